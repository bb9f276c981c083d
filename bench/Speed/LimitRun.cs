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
/// What the socket transport carries when nobody looks at the frames: ready-made ones of the size of a "hit", echoed as they are,
/// with as many in flight as the clients of the remote run have.
/// </summary>
internal static class LimitRun
{
    private const int FrameLength = 190;
    private const int InFlight = 50;
    private const int Pings = 100_000;

    public static async Task<Table> RunAsync()
    {
        var table = new Table("clients", "frames a second");
        foreach (var clients in RemoteRun.Clients)
        {
            var rate = await Measure.RateAsync(2L * Pings * clients, () => PlayAsync(clients)).ConfigureAwait(false);
            table.Add(Table.Whole(clients), Table.Whole(rate));
        }

        return table;
    }

    /// <summary>All clients share one connection, as those of two nodes do.</summary>
    private static async Task PlayAsync(int clients)
    {
        var factory = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await factory.BindAsync(new IPEndPoint(IPAddress.Loopback, 0)).ConfigureAwait(false);
        var accepting = listener.AcceptAsync();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(listener.EndPoint).ConfigureAwait(false);
        using var outbound = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), NullLogger.Instance);
        await using var here = outbound.Create(socket);
        await using var there = (await accepting.ConfigureAwait(false))!;
        var total = (long)Pings * clients;
        var window = (long)InFlight * clients;
        await Task.WhenAll(EchoAsync(there.Transport, total), PingAsync(here.Transport, total, Math.Min(window, total))).ConfigureAwait(false);
    }

    private static async Task EchoAsync(IDuplexPipe pipe, long total)
    {
        for (long seen = 0; seen < total;)
        {
            var count = await ReadAsync(pipe.Input).ConfigureAwait(false);
            seen += count;
            await WriteAsync(pipe.Output, count).ConfigureAwait(false);
        }
    }

    private static async Task PingAsync(IDuplexPipe pipe, long total, long window)
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

    private static async ValueTask<long> ReadAsync(PipeReader reader)
    {
        var read = await reader.ReadAsync().ConfigureAwait(false);
        var (count, rest) = CountFrames(read.Buffer);
        reader.AdvanceTo(rest, read.Buffer.End);
        return count;
    }

    private static (long Count, SequencePosition Left) CountFrames(ReadOnlySequence<byte> buffer)
    {
        long count = 0;
        Span<byte> header = stackalloc byte[sizeof(int)];
        while (buffer.Length >= sizeof(int))
        {
            buffer.Slice(0, sizeof(int)).CopyTo(header);
            var whole = sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(header);
            if (buffer.Length < whole)
                break;
            buffer = buffer.Slice(whole);
            count++;
        }

        return (count, buffer.Start);
    }

    private static async ValueTask WriteAsync(PipeWriter writer, long count)
    {
        for (long i = 0; i < count; i++)
        {
            var frame = writer.GetSpan(sizeof(int) + FrameLength);
            BinaryPrimitives.WriteInt32LittleEndian(frame, FrameLength);
            frame.Slice(sizeof(int), FrameLength).Fill(7);
            writer.Advance(sizeof(int) + FrameLength);
        }

        await writer.FlushAsync().ConfigureAwait(false);
    }
}
