using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals;

/// <summary>The last word on a connection, which says why it ends.</summary>
public sealed class GoodbyeTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task It_is_said_though_stopping_waits_for_nothing()
    {
        var node = _nodes.Start("Node", "akka.remote.flush-wait-on-shutdown = 0");
        var remoting = ((RemoteActorRefProvider)((ExtendedActorSystem)node).Provider).Transport;

        for (var port = 1; port <= 10; port++)
        {
            var self = RawPeer.Self.WithPort(port);
            using var peer = RawPeer.Connect(node);
            Assert.NotNull(await peer.Associate(self, uid: 1));

            remoting.Quarantine(self, 1);

            Assert.Equal(CommandType.DisassociateQuarantined, (await peer.ReadPastHeartbeats())?.Instruction.CommandType);
        }
    }
}
