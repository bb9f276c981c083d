using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals;

public sealed class TcpTransportTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_connection_that_cannot_be_served_is_closed_and_the_next_one_is_taken()
    {
        using var transport = Create();
        var (address, upstream) = await transport.Listen();
        var listener = new FirstRefused();
        upstream.SetResult(listener);
        using var limit = new CancellationTokenSource(Recorder.Limit);

        using var first = new TcpClient();
        await first.ConnectAsync("127.0.0.1", address.Port!.Value, limit.Token);
        Assert.Equal(0, await first.GetStream().ReadAsync(new byte[1], limit.Token));
        await listener.Refused!.Completion.WaitAsync(limit.Token);
        using var second = new TcpClient();
        await second.ConnectAsync("127.0.0.1", address.Port!.Value, limit.Token);

        Assert.NotNull(await listener.Taken.Reader.ReadAsync(limit.Token));
        second.Close();
        await transport.Shutdown().WaitAsync(limit.Token);
    }

    [Fact]
    public async Task A_shutdown_ends_connections_that_are_being_opened()
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        using var transport = Create("connection-timeout = 1 h");
        await transport.Listen();

        // One has to wait until it is accepted, and there is no room for a second one: nobody answers it.
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start(backlog: 0);
        using var first = new TcpClient();
        await first.ConnectAsync((IPEndPoint)busy.LocalEndpoint, limit.Token);
        var second = transport.Associate(new Address("tcp", "Busy", "127.0.0.1", ((IPEndPoint)busy.LocalEndpoint).Port));

        await transport.Shutdown().WaitAsync(limit.Token);

        Assert.True(second.IsCompleted);
        var error = await Assert.ThrowsAsync<InvalidAssociationException>(() => second);
        Assert.EndsWith("this node is shutting down", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_to_listen_after_the_shutdown_does_not_keep_the_port()
    {
        var port = _nodes.FreePort();
        using var transport = Create($"port = {port}");

        await transport.Shutdown();
        await Assert.ThrowsAsync<RemoteTransportException>(transport.Listen);

        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();
    }

    private TcpTransport Create(string settings = "")
    {
        var system = _nodes.Start("A");
        return new TcpTransport(system, ConfigurationFactory.ParseString(settings).WithFallback(system.Settings.Config.GetConfig("akka.remote.dot-netty.tcp")!));
    }

    private sealed class FirstRefused : IAssociationEventListener
    {
        public TcpAssociationHandle? Refused { get; private set; }

        public Channel<IAssociationEvent> Taken { get; } = Channel.CreateUnbounded<IAssociationEvent>();

        public void Notify(IAssociationEvent ev)
        {
            if (Refused is null)
            {
                Refused = (TcpAssociationHandle)((InboundAssociation)ev).Association;
                throw new InvalidOperationException("not this one");
            }

            Taken.Writer.TryWrite(ev);
        }
    }
}
