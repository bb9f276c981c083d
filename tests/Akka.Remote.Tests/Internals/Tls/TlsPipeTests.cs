using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Akka.Remote.Transport.DotNetty;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>What a connection in TLS is to who reads and writes on it, with a plain SslStream at the other end.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class TlsPipeTests(TestAuthority authority) : IClassFixture<TestAuthority>, IAsyncLifetime
#pragma warning restore CA1001
{
    private const int PipeSize = 1 << 20;

    private readonly CancellationTokenSource _limit = new(Recorder.Limit);
    private IConnectionListener _listener = null!;
    private SslStream _other = null!;
    private TlsPipe _pipe = null!;
    private bool _isClosed;

    public async Task InitializeAsync()
    {
        var factory = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _listener = await factory.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)_listener.EndPoint, _limit.Token);
        _other = new SslStream(client.GetStream());
        var shaking = _other.AuthenticateAsClientAsync(TlsNode.Showing(authority.Good), _limit.Token);
        _pipe = await AcceptAsync((await _listener.AcceptAsync(_limit.Token))!);
        await shaking;
    }

    public async Task DisposeAsync()
    {
        if (!_isClosed)
            await _pipe.DisposeAsync();
        await _other.DisposeAsync();
        await _listener.DisposeAsync();
        _limit.Dispose();
    }

    [Fact]
    public async Task Megabytes_go_both_ways_at_once()
    {
        var bytes = new byte[8 << 20];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(i % 251);
        var back = new byte[bytes.Length];

        var sending = _other.WriteAsync(bytes, _limit.Token).AsTask();
        var echoing = _pipe.Input.CopyToAsync(_pipe.Output, _limit.Token);
        await _other.ReadExactlyAsync(back, _limit.Token);
        await sending;

        Assert.Equal(bytes, back);
        await _other.ShutdownAsync();
        await echoing;
    }

    [Fact]
    public async Task Who_has_ended_still_hears_the_other_side_out()
    {
        await _pipe.Output.WriteAsync(new byte[] { 1, 2, 3 }, _limit.Token);
        await _pipe.Output.CompleteAsync();
        var heard = new byte[3];
        await _other.ReadExactlyAsync(heard, _limit.Token);
        Assert.Equal(0, await _other.ReadAsync(new byte[1], _limit.Token));

        await _other.WriteAsync(new byte[] { 4, 5 }, _limit.Token);

        Assert.Equal([1, 2, 3], heard);
        Assert.Equal([4, 5], (await _pipe.Input.ReadAtLeastAsync(2, _limit.Token)).Buffer.ToArray());
    }

    [Fact]
    public async Task Ends_and_reads_do_not_get_into_each_others_way()
    {
        var received = ReceiveAll();
        await _pipe.Output.CompleteAsync();
        for (var i = 0; i < 500; i++)
            await _other.WriteAsync(new byte[1000], _limit.Token);
        await _other.ShutdownAsync();

        Assert.Equal(500_000, await received);
    }

    [Fact]
    public async Task A_reader_who_does_not_read_holds_up_the_sender_and_not_the_memory()
    {
        var sending = _other.WriteAsync(new byte[64 << 20], _limit.Token).AsTask();

        var read = await _pipe.Input.ReadAtLeastAsync(PipeSize, _limit.Token);

        Assert.InRange(read.Buffer.Length, PipeSize, 2 * PipeSize);
        Assert.False(sending.IsCompleted);
    }

    [Fact]
    public async Task One_who_does_not_read_does_not_hold_up_the_closing_for_longer_than_the_linger()
    {
        var flushed = Task.CompletedTask;
        while (flushed.IsCompleted)
            flushed = _pipe.Output.WriteAsync(new byte[1 << 20], _limit.Token).AsTask();

        await _pipe.DisposeAsync().AsTask().WaitAsync(_limit.Token);

        _isClosed = true;
        await flushed;
    }

    private async Task<TlsPipe> AcceptAsync(ConnectionContext connection)
    {
        var config = Akka.Configuration.ConfigurationFactory.ParseString(authority.Settings()).GetConfig("akka.remote.dot-netty.tcp")!;
        var settings = TlsSettings.Read(config, null, TimeProvider.System)!;
        var handshakes = new TlsHandshakes(
            settings, PipeSize, Recorder.Limit, TimeSpan.FromMilliseconds(200), TimeProvider.System, 10, new DropLog(null!, _ => { }), CancellationToken.None);
        return (await handshakes.AcceptAsync(connection))!;
    }

    private async Task<long> ReceiveAll()
    {
        var total = 0L;
        while (true)
        {
            var read = await _pipe.Input.ReadAsync(_limit.Token);
            total += read.Buffer.Length;
            _pipe.Input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return total;
        }
    }
}
