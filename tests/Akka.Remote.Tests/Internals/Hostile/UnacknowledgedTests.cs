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
        var quarantined = ListenForQuarantined();
        using var good = await OneWithASystemMessage();

        // Each has most of the room in the end.
        for (var port = First; port <= Last; port++)
            await TakeAnswers(RawPeer.Self.WithPort(port));

        for (var port = First; port < Last; port++)
            Assert.Equal(port, (await quarantined.Next<QuarantinedEvent>()).Address.Port);
        await AssertIsStillSent(good);
        Assert.False(quarantined.HasMore);
    }

    [Fact]
    public async Task Peers_never_met_are_given_up_as_well_and_no_one_who_is_there()
    {
        var quarantined = ListenForQuarantined();
        using var good = await OneWithASystemMessage();

        // Nobody listens there, and all that is to be told to them waits.
        for (var actor = 0; actor < 1_000; actor++)
            await Watch(RawPeer.Self.WithPort(1 + (actor % 3)).ToString().Replace("Raw", "Nobody", StringComparison.Ordinal), $"/user/{actor}{new string('x', 4_000)}");

        await AssertIsStillSent(good);
        Assert.False(quarantined.HasMore);
    }

    private Recorder ListenForQuarantined()
    {
        var quarantined = Recorder.Start(Node, "quarantined");
        Node.EventStream.Subscribe(quarantined.Ref, typeof(QuarantinedEvent));
        return quarantined;
    }

    private async Task<RawPeer> OneWithASystemMessage()
    {
        var good = await Stranger();
        await Watch("/user/one");
        Assert.Equal(0UL, (await good.NextSystemMessage()).Seq);
        return good;
    }

    /// <summary>What is new comes, after what may come again.</summary>
    private async Task AssertIsStillSent(RawPeer good)
    {
        await Watch("/user/two");
        RemoteEnvelope next;
        do
            next = await good.NextSystemMessage();
        while (next.Seq == 0);
        Assert.EndsWith("/user/two", next.Recipient.Path, StringComparison.Ordinal);
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

    private Task Watch(string path) => Watch(RawPeer.Self.ToString(), path);

    private async Task Watch(string node, string path)
    {
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(node + path);
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
    }
}
