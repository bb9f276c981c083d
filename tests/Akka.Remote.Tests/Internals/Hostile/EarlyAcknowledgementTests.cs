using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Acknowledgements of numbers that we have not come to. Nothing else gives a peer up.</summary>
public sealed class EarlyAcknowledgementTests() : HostileTest("akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 1 h")
{
    [Theory]
    [InlineData(1ul)]
    [InlineData(ulong.MaxValue - 1)]
    public async Task Who_has_had_numbers_that_we_have_not_come_to_will_never_take_ours_and_is_quarantined(ulong cumulative)
    {
        var quarantined = Recorder.Start(Node, "listens-for-quarantined");
        Node.EventStream.Subscribe(quarantined.Ref, typeof(QuarantinedEvent));
        using var peer = await Stranger();
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
        Assert.Equal(0ul, (await peer.NextSystemMessage()).Seq);

        await peer.SendFrame(Frames.Ack(cumulative));

        Assert.Equal(CommandType.DisassociateQuarantined, await NextInstruction(peer));
        Assert.Equal(1, (await quarantined.Next<QuarantinedEvent>()).Uid);
        await AssertGoodPeerIsServed();
    }

    /// <summary>The next instruction; signs of life, and questions for them, are passed over.</summary>
    private static async Task<CommandType> NextInstruction(RawPeer peer)
    {
        while (true)
        {
            var message = await peer.ReadPastHeartbeats();
            Assert.NotNull(message);
            if (message.Instruction is { CommandType: var command })
                return command;
        }
    }
}
