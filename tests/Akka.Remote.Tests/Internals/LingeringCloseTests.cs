using System.Net;
using System.Net.Sockets;
using Akka.Remote.Transport.DotNetty;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Akka.Remote.Tests.Internals;

/// <summary>The end of a connection, with a plain socket at the other end.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class LingeringCloseTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _limit = new(Recorder.Limit);
    private readonly TcpClient _other = new();
    private IConnectionListener _listener = null!;
    private ConnectionContext _connection = null!;

    public async Task InitializeAsync()
    {
        var factory = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _listener = await factory.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        await _other.ConnectAsync((IPEndPoint)_listener.EndPoint, _limit.Token);
        _connection = (await _listener.AcceptAsync(_limit.Token))!;
    }

    public async Task DisposeAsync()
    {
        _other.Dispose();
        await _listener.DisposeAsync();
        _limit.Dispose();
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_cut_off_after_the_linger_time()
    {
        // Far more than the sockets of both sides hold.
        _ = _connection.Transport.Output.WriteAsync(new byte[64 << 20], _limit.Token).AsTask();

        await new LingeringClose(_connection, TimeSpan.FromMilliseconds(1), TimeProvider.System).DisposeAsync().AsTask().WaitAsync(_limit.Token);
    }

    [Fact]
    public async Task A_peer_that_reads_gets_all_that_was_written()
    {
        var bytes = new byte[60_000];
        await _connection.Transport.Output.WriteAsync(bytes, _limit.Token);

        var closing = new LingeringClose(_connection, Recorder.Limit, TimeProvider.System).DisposeAsync().AsTask();

        await _other.GetStream().ReadExactlyAsync(new byte[bytes.Length], _limit.Token);
        Assert.Equal(0, await _other.GetStream().ReadAsync(new byte[1], _limit.Token));
        await closing;
    }
}
