using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Peers that watch, and die without a word.</summary>
public sealed class DeadWatcherTests() : HostileTest("""
    akka.remote {
      system-message-ack-piggyback-timeout = 10 ms
      retry-gate-closed-for = 50 ms
      quarantine-after-silence = 1 s
      prune-quarantine-marker-after = 100 ms
      limits.remembered-peers = 10
    }
    """)
{
    [Fact]
    public async Task Two_thousand_actors_forget_who_watched_them()
    {
        var actors = Enumerable.Range(0, 2_000).Select(i => Node.ActorOf(Props.Create<EchoActor>(), $"mortal-{i}")).ToList();
        using (var peer = await Stranger())
        {
            for (var i = 0; i < actors.Count; i++)
                await SendWatch(peer, $"/user/mortal-{i}", RawPeer.Self, (ulong)i);
            await AssertStillHeard(peer);
        }

        await AssertGoodPeerIsServed();
        await Until(() => Remoting.AssociationCount == 0);

        // Nobody is told of their end, or there would be somebody to connect to.
        await Task.WhenAll(actors.Select(actor => actor.GracefulStop(Recorder.Limit)));
        Assert.Equal(0, Remoting.AssociationCount);
    }

    [Fact]
    public async Task An_actor_forgets_whoever_the_node_forgets()
    {
        var mortal = Node.ActorOf(Props.Create<EchoActor>(), "mortal");
        for (var port = 1; port <= 50; port++)
        {
            using var peer = RawPeer.Connect(Node);
            var self = RawPeer.Self.WithPort(port);
            Assert.NotNull(await peer.Associate(self, uid: 1));
            await SendWatch(peer, "/user/mortal", self, 0);
            await AssertStillHeard(peer);
        }

        await AssertGoodPeerIsServed();
        await mortal.GracefulStop(Recorder.Limit);

        // Those whose end is only just being noticed come on top of the ten.
        Assert.InRange(Remoting.AssociationCount, 0, 15);
    }

    private Task SendWatch(RawPeer peer, string watchee, Address self, ulong seq) => peer.SendFrame(Frames.Envelope(
        At(watchee),
        Frames.System("Watch", new WatchData { Watchee = Frames.Actor(At(watchee)), Watcher = Frames.Actor(self + "/system/remote-watcher#7") }),
        seq: seq));
}
