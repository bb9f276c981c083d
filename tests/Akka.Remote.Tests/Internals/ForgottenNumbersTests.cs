using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals;

/// <summary>Peers whose system messages were numbered: what becomes of them when there are too many to remember.</summary>
public sealed class ForgottenNumbersTests : IAsyncLifetime
{
    private const string GatedForGood = "retry-gate-closed-for = 1 h";

    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _ends = null!;

    private Remoting Remoting => (Remoting)((RemoteActorRefProvider)((ExtendedActorSystem)_node).Provider).Transport;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Those_without_numbers_are_forgotten_first()
    {
        Start($"limits.remembered-peers = 2, {GatedForGood}");
        using (var peer = await Associated(port: 1))
            await Number(peer, seq: 0);
        await _ends.Next<DisassociatedEvent>();
        using (await Associated(port: 2))
        {
            // It has nothing to say.
        }

        await _ends.Next<DisassociatedEvent>();
        using var one = await Associated(port: 3);

        Assert.Equal(2, Remoting.AssociationCount);
        using var again = await Associated(port: 1);
        await Number(again, seq: 1);
    }

    [Fact]
    public async Task An_incarnation_that_has_had_system_messages_is_refused_when_it_comes_back_and_the_next_is_welcome()
    {
        Start($"limits.remembered-peers = 1, {GatedForGood}");
        using (var peer = await Associated(port: 1))
            await TakeWatch(peer);
        await _ends.Next<DisassociatedEvent>();
        using var other = await Associated(port: 2);
        Assert.Equal(1, Remoting.AssociationCount);
        var quarantined = Listen(typeof(QuarantinedEvent));

        Assert.Equal(CommandType.DisassociateQuarantined, await Answer(port: 1, uid: 1));

        Assert.Equal(1, (await quarantined.Next<QuarantinedEvent>()).Uid);
        Assert.Equal(CommandType.Associate, await Answer(port: 1, uid: 2));
    }

    [Fact]
    public async Task It_is_refused_after_its_quarantine_too()
    {
        Start("prune-quarantine-marker-after = 100 ms, retry-gate-closed-for = 20 ms");
        using (var peer = await Associated(port: 1))
        {
            await TakeWatch(peer);
            Remoting.Quarantine(RawPeer.Self, 1);
        }

        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (Remoting.AssociationCount > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);

        Assert.Equal(CommandType.DisassociateQuarantined, await Answer(port: 1, uid: 1));
        Assert.Equal(CommandType.Associate, await Answer(port: 1, uid: 2));
    }

    [Fact]
    public async Task One_whose_place_another_incarnation_took_is_refused_when_it_comes_back()
    {
        Start(GatedForGood);
        using (var peer = await Associated(port: 1))
            await TakeWatch(peer);

        Assert.Equal(CommandType.Associate, await Answer(port: 1, uid: 2));

        Assert.Equal(CommandType.DisassociateQuarantined, await Answer(port: 1, uid: 1));
        Assert.Equal(CommandType.Associate, await Answer(port: 1, uid: 3));
    }

    private void Start(string remote)
    {
        _node = _nodes.Start("Node", $"akka.remote {{ {remote}, system-message-ack-piggyback-timeout = 20 ms, watch-failure-detector.heartbeat-interval = 1 h }}");
        _ends = Listen(typeof(DisassociatedEvent));
    }

    private Recorder Listen(Type type)
    {
        var recorder = Recorder.Start(_node, "listens-for-" + type.Name);
        _node.EventStream.Subscribe(recorder.Ref, type);
        return recorder;
    }

    private async Task<RawPeer> Associated(int port)
    {
        var peer = RawPeer.Connect(_node);
        Assert.Equal(CommandType.Associate, (await peer.Associate(RawPeer.Self.WithPort(port), uid: 1))?.Instruction.CommandType);
        return peer;
    }

    private async Task<CommandType?> Answer(int port, int uid)
    {
        using var peer = RawPeer.Connect(_node);
        return (await peer.Associate(RawPeer.Self.WithPort(port), uid))?.Instruction.CommandType;
    }

    /// <summary>The node takes a system message of the peer's, whose turn it is.</summary>
    private async Task Number(RawPeer peer, ulong seq)
    {
        await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/nobody", "number", seq));
        Assert.Equal(new AcknowledgementInfo { CumulativeAck = seq }, Pdu.ReadPayload((await peer.ReadPastHeartbeats())!.Payload).Ack);
    }

    /// <summary>The peer takes a system message of the node's.</summary>
    private async Task TakeWatch(RawPeer peer)
    {
        var theirs = ((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");
        await Recorder.Start(_node, "watcher").Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
        Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        await peer.SendFrame(Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = 0 } }));
    }
}
