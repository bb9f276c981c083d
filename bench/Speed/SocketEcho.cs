using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Speed;

/// <summary>
/// Frames over the socket transport, there and back, with as many in flight as the clients of the remote run have. All clients
/// share one connection, as those of two nodes do.
/// </summary>
/// <param name="write">Writes one frame, with its length before it.</param>
/// <param name="read">Looks at the content of one frame.</param>
internal sealed class SocketEcho(Action<IBufferWriter<byte>> write, Action<ReadOnlySequence<byte>> read)
{
    private const int InFlight = 50;

    public async Task PlayAsync(int clients, int each)
    {
        var factory = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await factory.BindAsync(new IPEndPoint(IPAddress.Loopback, 0)).ConfigureAwait(false);
        var accepting = listener.AcceptAsync();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(listener.EndPoint).ConfigureAwait(false);
        using var outbound = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), NullLogger.Instance);
        await using var here = outbound.Create(socket);
        await using var there = (await accepting.ConfigureAwait(false))!;
        var total = (long)each * clients;
        var window = (long)InFlight * clients;
        await Task.WhenAll(EchoAsync(there.Transport, total), PingAsync(here.Transport, total, Math.Min(window, total))).ConfigureAwait(false);
    }

    private async Task EchoAsync(IDuplexPipe pipe, long total)
    {
        for (long seen = 0; seen < total;)
        {
            var count = await ReadAsync(pipe.Input).ConfigureAwait(false);
            seen += count;
            await WriteAsync(pipe.Output, count).ConfigureAwait(false);
        }
    }

    private async Task PingAsync(IDuplexPipe pipe, long total, long window)
    {
        await WriteAsync(pipe.Output, window).ConfigureAwait(false);
        var sent = window;
        for (long seen = 0; seen < total;)
        {
            var count = await ReadAsync(pipe.Input).ConfigureAwait(false);
            seen += count;
            var more = Math.Min(count, total - sent);
            sent += more;
            if (more > 0)
                await WriteAsync(pipe.Output, more).ConfigureAwait(false);
        }
    }

    private async ValueTask<long> ReadAsync(PipeReader reader)
    {
        var result = await reader.ReadAsync().ConfigureAwait(false);
        var (count, rest) = ReadFrames(result.Buffer);
        reader.AdvanceTo(rest, result.Buffer.End);
        return count;
    }

    private (long Count, SequencePosition Left) ReadFrames(ReadOnlySequence<byte> buffer)
    {
        long count = 0;
        Span<byte> header = stackalloc byte[sizeof(int)];
        while (buffer.Length >= sizeof(int))
        {
            buffer.Slice(0, sizeof(int)).CopyTo(header);
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            if (buffer.Length < sizeof(int) + length)
                break;
            read(buffer.Slice(sizeof(int), length));
            buffer = buffer.Slice(sizeof(int) + length);
            count++;
        }

        return (count, buffer.Start);
    }

    private async ValueTask WriteAsync(PipeWriter writer, long count)
    {
        for (long i = 0; i < count; i++)
            write(writer);
        await writer.FlushAsync().ConfigureAwait(false);
    }
}
