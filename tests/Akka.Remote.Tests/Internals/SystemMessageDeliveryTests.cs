using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>System messages to and from a peer that is played by the test, frame by frame.</summary>
public sealed class SystemMessageDeliveryTests : IAsyncLifetime
{
    private const string Settings = """
        akka.remote {
          resend-interval = 100 ms
          system-message-ack-piggyback-timeout = 50 ms
          system-message-buffer-size = 3
          watch-failure-detector.heartbeat-interval = 1 h
          retry-gate-closed-for = 100 ms
        }
        """;

    // Sends nothing again because of time.
    private const string Patient = """
        akka.remote { resend-interval = 1 h, system-message-ack-piggyback-timeout = 1 h, watch-failure-detector.heartbeat-interval = 1 h }
        """;

    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _recorder = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", Settings);
        _recorder = Recorder.Start(_node, "recorder");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task What_comes_twice_or_too_early_is_delivered_once_and_in_order_and_acknowledged()
    {
        using var peer = await AssociatedPeer();
        var ours = _node.ActorOf(Props.Create<EchoActor>(), "ours");

        // Watch (0) and Unwatch (1) in the wrong order, and each twice: in the end nobody watches.
        foreach (var seq in new ulong[] { 1, 1, 0, 0 })
            await peer.SendFrame(Watch(ours, seq == 0, seq));

        await AssertAcknowledged(peer, new AcknowledgementInfo { CumulativeAck = 1 });
        ours.Tell("stop", ActorRefs.NoSender);
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(ours), Recorder.Limit);
        await _recorder.Next<Terminated>();
        (await Remote("/user/x")).Tell("marker", ActorRefs.NoSender);
        Assert.Equal(Pdu.NoSequenceNumber, (await peer.NextEnvelope()).Seq);
    }

    [Fact]
    public async Task A_gap_is_named()
    {
        using var peer = await AssociatedPeer();
        var ours = _node.ActorOf(Props.Create<EchoActor>(), "ours");

        await peer.SendFrame(Watch(ours, true, 0));
        await peer.SendFrame(Watch(ours, false, 2));

        await AssertAcknowledged(peer, new AcknowledgementInfo { CumulativeAck = 2, Nacks = { 1 } });
    }

    [Fact]
    public async Task What_is_not_acknowledged_is_sent_again_and_no_longer_once_it_is()
    {
        using var peer = await AssociatedPeer();
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/theirs")), Recorder.Limit);

        var first = await peer.NextSystemMessage();
        var again = await peer.NextSystemMessage();
        Assert.Equal(0UL, first.Seq);
        Assert.Equal(first, again);

        await peer.SendFrame(Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = 0 } }));
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Unwatch(await Remote("/user/theirs")), Recorder.Limit);
        RemoteEnvelope next;
        do
            next = await peer.NextSystemMessage();
        while (next.Seq == 0);
        Assert.Equal(1UL, next.Seq);
        Assert.Equal("Akka.Dispatch.SysMsg.Unwatch, Akka", next.Message.MessageManifest.ToStringUtf8());
    }

    [Fact]
    public async Task What_is_not_acknowledged_is_sent_again_over_a_new_connection_of_the_same_incarnation()
    {
        EnsureWatch(out var first);
        using (var peer = await AssociatedPeer())
        {
            await first();
            Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        }

        using var again = await AssociatedPeer();
        Assert.Equal(0UL, (await again.NextSystemMessage()).Seq);
    }

    [Fact]
    public async Task Another_incarnation_gets_nothing_of_the_old_one_and_numbers_from_zero()
    {
        using (var peer = await AssociatedPeer(uid: 1))
        {
            await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/one")), Recorder.Limit);
            Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        }

        using var reborn = await AssociatedPeer(uid: 2);
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/two")), Recorder.Limit);
        var envelope = await reborn.NextSystemMessage();

        Assert.Equal(0UL, envelope.Seq);
        Assert.EndsWith("/user/two", envelope.Recipient.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_without_an_acknowledgement_quarantine_the_peer_and_another_incarnation_is_welcome()
    {
        var events = Recorder.Start(_node, "events");
        _node.EventStream.Subscribe(events.Ref, typeof(QuarantinedEvent));
        using var peer = await AssociatedPeer(uid: 77);

        foreach (var name in new[] { "a", "b", "c", "d" })
            await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/" + name)), Recorder.Limit);

        Assert.Equal(77, (await events.Next<QuarantinedEvent>()).Uid);
        AkkaProtocolMessage? message;
        do
            message = await peer.ReadPastHeartbeats();
        while (message?.Instruction is null);
        Assert.Equal(CommandType.DisassociateQuarantined, message.Instruction.CommandType);
        using var same = RawPeer.Connect(_node);
        Assert.Equal(CommandType.DisassociateQuarantined, (await same.Associate(uid: 77))!.Instruction.CommandType);
        using var reborn = RawPeer.Connect(_node);
        Assert.Equal(CommandType.Associate, (await reborn.Associate(uid: 78))!.Instruction.CommandType);
    }

    [Fact]
    public async Task A_new_connection_carries_all_that_is_unacknowledged_in_order_before_what_comes_then()
    {
        const int Count = 500;
        Restart(Patient);
        using (var peer = await AssociatedPeer())
        {
            for (var i = 0; i < Count; i++)
            {
                await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote($"/user/theirs-{i}")), Recorder.Limit);
                Assert.Equal((ulong)i, (await peer.NextSystemMessage()).Seq);
            }
        }

        using var again = await AssociatedPeer();
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/one-more")), Recorder.Limit);

        for (var i = 0; i <= Count; i++)
            Assert.Equal((ulong)i, (await again.NextSystemMessage()).Seq);
    }

    [Fact]
    public async Task A_gap_named_again_while_the_answer_is_on_its_way_is_not_filled_again()
    {
        Restart(Patient);
        using var peer = await AssociatedPeer();
        foreach (var name in new[] { "a", "b" })
            await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/" + name)), Recorder.Limit);
        Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        Assert.Equal(1UL, (await peer.NextSystemMessage()).Seq);

        for (var times = 0; times < 5; times++)
            await peer.SendFrame(Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = 1, Nacks = { 0 } } }));
        await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/recorder", "all read"));
        await _recorder.Next<string>();
        (await Remote("/user/x")).Tell("marker", ActorRefs.NoSender);

        Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        Assert.Equal(Pdu.NoSequenceNumber, (await peer.NextEnvelope()).Seq);
    }

    [Fact]
    public async Task One_that_no_frame_can_hold_is_dropped_and_keeps_nothing_back()
    {
        using var peer = await AssociatedPeer();
        var unreachable = ((RemoteActorRef)await Remote("/user")).GetChild([new string('x', 100_000)]);

        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(unreachable), Recorder.Limit);
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/theirs")), Recorder.Limit);

        Assert.Equal(unreachable, (await _recorder.Next<Terminated>()).ActorRef);
        var first = await peer.NextSystemMessage();
        Assert.Equal(0UL, first.Seq);
        Assert.EndsWith("/user/theirs", first.Recipient.Path, StringComparison.Ordinal);
    }

    private void Restart(string settings)
    {
        _node = _nodes.Start("Patient", settings);
        _recorder = Recorder.Start(_node, "recorder");
    }

    private void EnsureWatch(out Func<Task> watch) =>
        watch = async () => await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(await Remote("/user/theirs")), Recorder.Limit);

    private Task<IActorRef> Remote(string path) =>
        Task.FromResult(((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + path));

    private async Task<RawPeer> AssociatedPeer(int uid = 1)
    {
        var peer = RawPeer.Connect(_node);
        var answer = await peer.Associate(uid);
        Assert.Equal(CommandType.Associate, answer!.Instruction.CommandType);
        return peer;
    }

    private ByteString Watch(IActorRef ours, bool watch, ulong seq)
    {
        var path = new ActorRefData { Path = ours.Path.ToSerializationFormatWithAddress(Nodes.AddressOf(_node)) };
        return RawPeer.Envelope(new RemoteEnvelope
        {
            Recipient = path,
            Seq = seq,
            Message = new Payload
            {
                SerializerId = 22,
                MessageManifest = ByteString.CopyFromUtf8($"Akka.Dispatch.SysMsg.{(watch ? "Watch" : "Unwatch")}, Akka"),
                Message = new WatchData { Watchee = path, Watcher = new ActorRefData { Path = RawPeer.Self + "/system/remote-watcher#1" } }.ToByteString(),
            },
        });
    }

    /// <summary>Waits for the acknowledgement; there are others before it when the node takes its time.</summary>
    private static async Task AssertAcknowledged(RawPeer peer, AcknowledgementInfo wanted)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        var others = new List<AcknowledgementInfo?>();
        while (true)
        {
            var message = await peer.ReadPastHeartbeats();
            Assert.True(message is not null && !limit.IsCancellationRequested, $"Not {wanted}, but {string.Join(", ", others)}");
            var ack = Pdu.ReadPayload(message.Payload).Ack;
            if (wanted.Equals(ack))
                return;
            others.Add(ack);
        }
    }
}
