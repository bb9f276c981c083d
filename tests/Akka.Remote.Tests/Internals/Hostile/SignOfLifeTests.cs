using Akka.Actor;
using Akka.Remote.Proto;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Heartbeats between nodes that watch each other's actors, in the name of a third.</summary>
public sealed class SignOfLifeTests() : HostileTest("""
    akka.remote.watch-failure-detector {
      heartbeat-interval = 100 ms, acceptable-heartbeat-pause = 1 s, unreachable-nodes-reaper-interval = 100 ms, expected-response-after = 100 ms
    }
    """)
{
    [Fact]
    public async Task A_sign_of_life_is_the_senders_own()
    {
        using var silent = await Stranger();
        using var liar = RawPeer.Connect(Node);
        await liar.Associate(RawPeer.Self.WithPort(2), uid: 2);
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
        await silent.SendFrame(SignOfLife(RawPeer.Self, uid: 1));

        var reported = Recorder.Next<Terminated>();
        while (!reported.IsCompleted)
        {
            await liar.SendFrame(SignOfLife(RawPeer.Self, uid: 1));
            await Task.WhenAny(reported, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
        }

        Assert.Equal(theirs, (await reported).ActorRef);
    }

    [Fact]
    public async Task Nobody_is_asked_to_answer_another()
    {
        using var peer = await Stranger();
        var third = new Address("akka.tcp", "Third", "127.0.0.1", 9);

        await peer.SendFrame(Frames.Envelope(At("/"), Frames.Selected(Frames.Small("RWHB"), Frames.Child("system"), Frames.Child("remote-watcher")), third + "/system/remote-watcher"));
        await peer.SendFrame(Frames.Envelope(At("/system/remote-watcher"), Frames.Small("RWHB"), third + "/system/remote-watcher"));
        await AssertStillHeard(peer);

        Assert.Equal(1, Remoting.AssociationCount);
    }

    private ByteString SignOfLife(Address from, ulong uid) => Frames.Envelope(
        At("/system/remote-watcher"), Frames.Small("RWHR", new RemoteWatcherHeartbeatResponse { Uid = uid }), from + "/system/remote-watcher#7");
}
