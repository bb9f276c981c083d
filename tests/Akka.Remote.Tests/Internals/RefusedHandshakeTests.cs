using Akka.Actor;
using Akka.Remote.Transport;
using static Akka.Remote.Transport.ThrottleTransportAdapter;

namespace Akka.Remote.Tests.Internals;

/// <summary>The connection does not take our half of the handshake: it is closed at once, and nothing is left of it.</summary>
public sealed class RefusedHandshakeTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", """
            akka.remote { handshake-timeout = 1 h, dot-netty.tcp.applied-adapters = [trttl] }
            """);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Of_one_who_connects_to_us()
    {
        var self = RawPeer.Self.WithProtocol("akka.trttl.tcp");
        await Throttle(self);
        using var peer = RawPeer.Connect(_node);

        Assert.Null(await peer.Associate(self, uid: 1));
    }

    [Fact]
    public async Task Of_one_whom_we_connect_to()
    {
        using var other = new Hostile.RawListener();
        var errors = Recorder.Start(_node, "errors");
        _node.EventStream.Subscribe(errors.Ref, typeof(AssociationErrorEvent));
        await Throttle(other.Self);

        ((ExtendedActorSystem)_node).Provider.ResolveActorRef(other.Self.WithProtocol("akka.trttl.tcp") + "/user/x").Tell("hello", ActorRefs.NoSender);

        Assert.Contains("handshake", (await errors.Next<AssociationErrorEvent>()).Cause.Message, StringComparison.Ordinal);
    }

    private Task Throttle(Address peer) => Nodes.Command(_node, new SetThrottle(peer, Direction.Send, new TokenBucket(1, 1e-9, 0, 0)));
}
