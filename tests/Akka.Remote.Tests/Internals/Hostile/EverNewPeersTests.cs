using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Peers of ever new names that leave something behind: what the node remembers of them has an end.</summary>
public sealed class EverNewPeersTests() : HostileTest("""
    akka.remote {
      retry-gate-closed-for = 50 ms
      limits.remembered-peers = 10
    }
    """)
{
    private const int Count = 100;

    // Those whose end is only just being noticed come on top of the ten.
    private const int Remembered = 20;

    [Fact]
    public async Task Those_to_whom_an_answer_is_owed()
    {
        for (var port = 1; port <= Count; port++)
        {
            using var peer = RawPeer.Connect(Node);
            var self = RawPeer.Self.WithPort(port);
            Assert.NotNull(await peer.Associate(self, uid: 1));
            var watch = new WatchData { Watchee = Frames.Actor(At("/user/never")), Watcher = Frames.Actor(self + "/system/remote-watcher#7") };
            await peer.SendFrame(Frames.Envelope(At("/user/never"), Frames.System("Watch", watch), seq: 0));
            Assert.Equal(0ul, (await NextEnvelope(peer)).Seq);
        }

        await AssertGoodPeerIsServed();
        Assert.InRange(Remoting.AssociationCount, 1, Remembered);
    }

    [Fact]
    public async Task Those_that_were_shut_out()
    {
        for (var port = 1; port <= Count; port++)
        {
            using var peer = RawPeer.Connect(Node);
            Assert.NotNull(await peer.Associate(RawPeer.Self.WithPort(port), uid: 1));
            Remoting.Quarantine(RawPeer.Self.WithPort(port), 1);
            await UntilClosed(peer);
        }

        await AssertGoodPeerIsServed();
        Assert.InRange(Remoting.AssociationCount, 1, Remembered);
    }

    [Fact]
    public async Task Those_that_never_were()
    {
        using var peer = await Stranger();
        using var silent = new RawListener();

        for (var i = 0; i < Count; i++)
            await peer.SendFrame(Frames.Envelope(At("/user/echo"), Frames.Text("who?"), $"akka.tcp://Made-up-{i}@127.0.0.1:{silent.Self.Port}/user/x"));

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
        Assert.InRange(Remoting.AssociationCount, 1, Remembered);
    }
}
