using System.Net.Sockets;
using System.Threading.Channels;
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
        var system = _nodes.Start("A");
        using var transport = new TcpTransport(system, system.Settings.Config.GetConfig("akka.remote.dot-netty.tcp")!);
        var (address, upstream) = await transport.Listen();
        var listener = new FirstRefused();
        upstream.SetResult(listener);
        using var limit = new CancellationTokenSource(Recorder.Limit);

        using var first = new TcpClient();
        await first.ConnectAsync("127.0.0.1", address.Port!.Value, limit.Token);
        Assert.Equal(0, await first.GetStream().ReadAsync(new byte[1], limit.Token));
        using var second = new TcpClient();
        await second.ConnectAsync("127.0.0.1", address.Port!.Value, limit.Token);

        Assert.NotNull(await listener.Taken.Reader.ReadAsync(limit.Token));
        second.Close();
        await transport.Shutdown().WaitAsync(limit.Token);
    }

    private sealed class FirstRefused : IAssociationEventListener
    {
        private bool _refused;

        public Channel<IAssociationEvent> Taken { get; } = Channel.CreateUnbounded<IAssociationEvent>();

        public void Notify(IAssociationEvent ev)
        {
            if (!_refused)
            {
                _refused = true;
                throw new InvalidOperationException("not this one");
            }

            Taken.Writer.TryWrite(ev);
        }
    }
}
