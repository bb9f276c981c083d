using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals;

/// <summary>Peers that leave nothing to remember are forgotten when their gate opens.</summary>
public sealed class ForgottenPeerTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", "akka.remote { retry-gate-closed-for = 50 ms, system-message-ack-piggyback-timeout = 20 ms }");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Peers_under_ever_new_addresses_fill_no_memory()
    {
        for (var port = 1; port <= 20; port++)
        {
            using var peer = RawPeer.Connect(_node);
            Assert.NotNull(await peer.Associate(RawPeer.Self.WithPort(port), uid: 1));
        }

        await UntilRemembered(0);
    }

    [Fact]
    public async Task A_reference_to_a_forgotten_peer_reaches_it_when_it_comes_back()
    {
        var remote = ((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");
        using (var peer = RawPeer.Connect(_node))
        {
            Assert.NotNull(await peer.Associate(uid: 1));
            remote.Tell("first", ActorRefs.NoSender);
            Assert.NotNull(await peer.ReadPastHeartbeats());
        }

        await UntilRemembered(0);
        using var again = RawPeer.Connect(_node);
        Assert.NotNull(await again.Associate(uid: 1));
        remote.Tell("second", ActorRefs.NoSender);

        var envelope = Pdu.ReadPayload((await again.ReadPastHeartbeats())!.Payload).Envelope;
        Assert.Equal("second", envelope.Message.Message.ToStringUtf8());
    }

    [Fact]
    public async Task The_numbers_of_a_peers_system_messages_are_not_forgotten()
    {
        var path = Nodes.AddressOf(_node) + "/user/nobody";
        using (var peer = RawPeer.Connect(_node))
        {
            Assert.NotNull(await peer.Associate(uid: 1));
            await peer.SendFrame(RawPeer.Message(path, "number 0", seq: 0));
            Assert.Equal(0UL, (await Ack(peer)).CumulativeAck);
        }

        // The gate of one that came and went later is open: so is that of the first.
        using (var other = RawPeer.Connect(_node))
            Assert.NotNull(await other.Associate(RawPeer.Self.WithPort(2), uid: 1));
        await UntilRemembered(1);
        using var again = RawPeer.Connect(_node);
        Assert.NotNull(await again.Associate(uid: 1));
        await again.SendFrame(RawPeer.Message(path, "number 1", seq: 1));

        Assert.Equal(new AcknowledgementInfo { CumulativeAck = 1 }, await Ack(again));
    }

    private static async Task<AcknowledgementInfo> Ack(RawPeer peer) => Pdu.ReadPayload((await peer.ReadPastHeartbeats())!.Payload).Ack;

    private async Task UntilRemembered(int count)
    {
        var remoting = (Remoting)((RemoteActorRefProvider)((ExtendedActorSystem)_node).Provider).Transport;
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (remoting.AssociationCount != count)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
    }
}
