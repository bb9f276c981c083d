using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Strangers who make the node send them system messages, and acknowledge none.</summary>
public sealed class UnacknowledgedTests() : HostileTest("""
    akka.remote {
      limits.all-unacknowledged-bytes = 2 MiB
      retry-gate-closed-for = 1 h
      watch-failure-detector.heartbeat-interval = 1 h
    }
    """)
{
    private const int First = 10;
    private const int Last = 19;
    private const ulong Watches = 300;

    [Fact]
    public async Task Those_for_whom_most_is_kept_are_given_up_and_nobody_else()
    {
        var quarantined = Recorder.Start(Node, "quarantined");
        Node.EventStream.Subscribe(quarantined.Ref, typeof(QuarantinedEvent));
        using var good = await Stranger();
        await Watch("/user/one");
        Assert.Equal(0UL, (await good.NextSystemMessage()).Seq);

        // Each has most of the room in the end.
        for (var port = First; port <= Last; port++)
            await TakeAnswers(RawPeer.Self.WithPort(port));

        for (var port = First; port < Last; port++)
            Assert.Equal(port, (await quarantined.Next<QuarantinedEvent>()).Address.Port);
        await Watch("/user/two");
        RemoteEnvelope next;
        do
            next = await good.NextSystemMessage();
        while (next.Seq == 0);
        Assert.EndsWith("/user/two", next.Recipient.Path, StringComparison.Ordinal);
        Assert.False(quarantined.HasMore);
    }

    private async Task TakeAnswers(Address self)
    {
        using var peer = RawPeer.Connect(Node);
        Assert.Equal(CommandType.Associate, (await peer.Associate(self, uid: 1))?.Instruction.CommandType);
        var nobody = At("/user/" + new string('x', 4_000));
        var watch = new WatchData { Watchee = Frames.Actor(nobody), Watcher = Frames.Actor(self + "/system/remote-watcher#7") };
        for (var seq = 0UL; seq < Watches; seq++)
            await peer.SendFrame(Frames.Envelope(nobody, Frames.System("Watch", watch), seq: seq));

        while ((await peer.NextSystemMessage()).Seq != Watches - 1)
        {
            // All are read, and none is acknowledged.
        }
    }

    private async Task Watch(string path)
    {
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + path);
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
    }
}
