using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>Death watch and signs of life, towards a peer that the test plays.</summary>
public sealed class SilentNodeTests : IAsyncLifetime
{
    private const string QuickWatch = """
        akka.remote.watch-failure-detector { heartbeat-interval = 100 ms, acceptable-heartbeat-pause = 3 s, unreachable-nodes-reaper-interval = 100 ms, expected-response-after = 100 ms }
        """;

    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_node_that_answers_no_more_heartbeats_is_quarantined_and_its_actors_are_reported()
    {
        var node = _nodes.Start("Node", QuickWatch);
        var watcher = Recorder.Start(node, "watcher");
        var quarantined = Listen<QuarantinedEvent>(node);
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 5);
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);

        // One answer, so that it is known which incarnation falls silent.
        await NextHeartbeat(peer);
        await peer.SendFrame(HeartbeatRsp(node, uid: 5));

        var terminated = await watcher.Next<Terminated>();
        Assert.Equal(theirs, terminated.ActorRef);
        Assert.True(terminated.AddressTerminated);
        Assert.Equal(5, (await quarantined.Next<QuarantinedEvent>()).Uid);
    }

    [Fact]
    public async Task Another_incarnation_is_asked_to_watch_again()
    {
        var node = _nodes.Start("Node", "akka.remote.watch-failure-detector.heartbeat-interval = 100 ms");
        var watcher = Recorder.Start(node, "watcher");
        using (var peer = RawPeer.Connect(node))
        {
            await peer.Associate(uid: 5);
            var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");
            await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
            await NextHeartbeat(peer);
            await peer.SendFrame(HeartbeatRsp(node, uid: 5));
            await NextHeartbeat(peer);
        }

        using var reborn = RawPeer.Connect(node);
        await reborn.Associate(uid: 6);
        await NextHeartbeat(reborn);
        await reborn.SendFrame(HeartbeatRsp(node, uid: 6));

        var watch = await NextEnvelope(reborn, envelope => envelope.Message.SerializerId == 22);
        Assert.Equal("Akka.Dispatch.SysMsg.Watch, Akka", watch.Message.MessageManifest.ToStringUtf8());
        Assert.Equal(RawPeer.Self + "/user/theirs#9", watch.Recipient.Path);
    }

    [Fact]
    public async Task Signs_of_life_are_sent()
    {
        var node = _nodes.Start("Node", "akka.remote.transport-failure-detector.heartbeat-interval = 50 ms");
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);

        Assert.Equal(CommandType.Heartbeat, (await peer.Read())!.Instruction.CommandType);
        Assert.Equal(CommandType.Heartbeat, (await peer.Read())!.Instruction.CommandType);
    }

    [Fact]
    public async Task A_connection_without_a_sign_of_life_is_given_up()
    {
        var node = _nodes.Start("Node", "akka.remote.transport-failure-detector { heartbeat-interval = 50 ms, acceptable-heartbeat-pause = 200 ms }");
        var errors = Listen<AssociationErrorEvent>(node);
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);

        Assert.Null(await peer.ReadPastHeartbeats());
        Assert.Contains("sign of life", (await errors.Next<AssociationErrorEvent>()).Cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(CommandType.Disassociate))]
    [InlineData(nameof(CommandType.DisassociateShuttingDown))]
    [InlineData(nameof(CommandType.DisassociateQuarantined))]
    public async Task Each_kind_of_disassociation_ends_the_association(string name)
    {
        var kind = Enum.Parse<CommandType>(name);
        var node = _nodes.Start("Node");
        var events = Listen<RemotingLifecycleEvent>(node);
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);

        await peer.SendFrame(new AkkaProtocolMessage { Instruction = new AkkaControlMessage { CommandType = kind } }.ToByteString());

        Assert.Null(await peer.ReadPastHeartbeats());
        if (kind == CommandType.DisassociateQuarantined)
            await events.First<ThisActorSystemQuarantinedEvent>();
        Assert.Equal(RawPeer.Self, (await events.First<DisassociatedEvent>()).RemoteAddress);
    }

    [Fact]
    public async Task Messages_go_to_dead_letters_while_the_address_is_gated_and_are_sent_again_after()
    {
        var node = _nodes.Start("Node", "akka.remote.retry-gate-closed-for = 1 h");
        var events = Listen<RemotingLifecycleEvent>(node);
        var letters = Listen<Akka.Event.DeadLetter>(node);
        using (var peer = RawPeer.Connect(node))
            await peer.Associate(uid: 1);
        await events.First<DisassociatedEvent>();
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs#9");

        theirs.Tell("lost", ActorRefs.NoSender);
        var letter = await letters.First<Akka.Event.DeadLetter>(one => one.Message is "lost");
        Assert.Equal(theirs, letter.Recipient);

        // The peer itself opens the gate.
        using var again = RawPeer.Connect(node);
        await again.Associate(uid: 1);
        theirs.Tell("found", ActorRefs.NoSender);
        var envelope = await NextEnvelope(again, one => one.Message.SerializerId == 17);
        Assert.Equal("found", envelope.Message.Message.ToStringUtf8());
    }

    [Fact]
    public async Task The_last_word_of_a_system_that_terminates_is_that_it_shuts_down()
    {
        var node = _nodes.Start("Node");
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);

        var terminating = node.Terminate();

        Assert.Equal(CommandType.DisassociateShuttingDown, (await peer.ReadPastHeartbeats())!.Instruction.CommandType);
        Assert.Null(await peer.Read());
        peer.EndSending();
        await terminating.WaitAsync(Recorder.Limit);
    }

    private static Recorder Listen<T>(ActorSystem system)
    {
        var recorder = Recorder.Start(system, "listens-for-" + typeof(T).Name);
        system.EventStream.Subscribe(recorder.Ref, typeof(T));
        return recorder;
    }

    private static ByteString HeartbeatRsp(ActorSystem node, ulong uid) => RawPeer.Envelope(new RemoteEnvelope
    {
        Recipient = new ActorRefData { Path = Nodes.AddressOf(node) + "/system/remote-watcher" },
        Sender = new ActorRefData { Path = RawPeer.Self + "/system/remote-watcher#3" },
        Message = new Payload
        {
            SerializerId = 16,
            MessageManifest = ByteString.CopyFromUtf8("RWHR"),
            Message = new RemoteWatcherHeartbeatResponse { Uid = uid }.ToByteString(),
        },
        Seq = Pdu.NoSequenceNumber,
    });

    private static Task<RemoteEnvelope> NextHeartbeat(RawPeer peer) => NextEnvelope(peer, envelope => envelope.Message.SerializerId == 6);

    private static async Task<RemoteEnvelope> NextEnvelope(RawPeer peer, Predicate<RemoteEnvelope> wanted)
    {
        while (true)
        {
            var message = await peer.ReadPastHeartbeats();
            Assert.NotNull(message);
            if (message.Instruction is null && Pdu.ReadPayload(message.Payload).Envelope is { } envelope && wanted(envelope))
                return envelope;
        }
    }
}
