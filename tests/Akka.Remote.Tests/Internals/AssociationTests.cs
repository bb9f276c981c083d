using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

/// <summary>Every transition of an association that time decides, in virtual time, against a peer that the test plays.</summary>
public sealed class AssociationTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _events = null!;
    private Recorder _letters = null!;

    private HandScheduler Scheduler => (HandScheduler)_node.Scheduler;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", $"""
            akka.scheduler.implementation = "{typeof(HandScheduler).AssemblyQualifiedName}"
            akka.remote.retry-gate-closed-for = 5 s
            """);
        _events = Listen(typeof(RemotingLifecycleEvent), "events");
        _letters = Listen(typeof(DeadLetter), "letters");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Scheduler.PassUntil(_nodes.TerminateAll());

    [Fact]
    public async Task Connecting_to_one_who_says_nothing_ends_with_the_handshake_timeout_and_gates_the_address()
    {
        using var silent = Accepting(out var address);
        var theirs = Remote(address, "/user/theirs");
        theirs.Tell("first", ActorRefs.NoSender);
        using var accepted = await silent.AcceptSocketAsync();
        await Read(accepted);

        Scheduler.Advance(TimeSpan.FromSeconds(14));
        Assert.False(_events.HasMore);
        Scheduler.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("No handshake within 15 s", (await _events.Next<AssociationErrorEvent>()).Cause.Message, StringComparison.Ordinal);
        Assert.Equal("first", (await _letters.Next<DeadLetter>()).Message);
        theirs.Tell("second", ActorRefs.NoSender);
        Assert.Equal("second", (await _letters.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task When_the_gate_opens_the_next_message_connects_again()
    {
        using var silent = Accepting(out var address);
        var theirs = Remote(address, "/user/theirs");
        theirs.Tell("first", ActorRefs.NoSender);
        (await silent.AcceptSocketAsync()).Dispose();
        await _events.Next<AssociationErrorEvent>();

        Scheduler.Advance(TimeSpan.FromSeconds(4.9));
        theirs.Tell("lost", ActorRefs.NoSender);
        await _letters.First<DeadLetter>(letter => letter.Message is "lost");
        Scheduler.Advance(TimeSpan.FromSeconds(0.1));
        theirs.Tell("second", ActorRefs.NoSender);

        using var accepted = await silent.AcceptSocketAsync();
        Assert.Equal(CommandType.Associate, (await Read(accepted)).Instruction.CommandType);
    }

    [Fact]
    public async Task System_messages_connect_again_by_themselves_when_the_gate_opens()
    {
        using var silent = Accepting(out var address);
        var watcher = Recorder.Start(_node, "watcher");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(Remote(address, "/user/theirs#1")), Recorder.Limit);
        (await silent.AcceptSocketAsync()).Dispose();
        await _events.Next<AssociationErrorEvent>();

        Scheduler.Advance(TimeSpan.FromSeconds(5));

        using var accepted = await silent.AcceptSocketAsync();
        Assert.Equal(CommandType.Associate, (await Read(accepted)).Instruction.CommandType);
    }

    [Fact]
    public async Task A_stranger_who_says_nothing_is_shown_the_door_by_the_handshake_timeout()
    {
        using var peer = RawPeer.Connect(_node);

        var end = peer.Read();
        while (!end.IsCompleted)
        {
            Scheduler.Advance(TimeSpan.FromSeconds(15));
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        Assert.Null(await end);
    }

    [Fact]
    public async Task A_connection_lives_as_long_as_there_is_a_sign_of_life_in_time()
    {
        using var peer = await Associated(uid: 1);

        Scheduler.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(CommandType.Heartbeat, (await peer.Read())!.Instruction.CommandType);
        Scheduler.Advance(TimeSpan.FromSeconds(119));
        await peer.SendFrame(Pdu.Heartbeat);
        await Exchange(peer);
        Scheduler.Advance(TimeSpan.FromSeconds(123));
        await Exchange(peer);
        Scheduler.Advance(TimeSpan.FromSeconds(129));

        Assert.Null(await peer.ReadPastHeartbeats());
        Assert.Contains("No sign of life", (await _events.First<AssociationErrorEvent>()).Cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_connection_from_the_same_side_replaces_the_one_before()
    {
        using var first = await Associated(uid: 1);

        using var second = await Associated(uid: 1);

        Assert.Equal(CommandType.Disassociate, (await first.ReadPastHeartbeats())!.Instruction.CommandType);
        await Exchange(second);
    }

    [Fact]
    public async Task A_new_incarnation_ends_the_connection_of_the_old_one()
    {
        using var old = await Associated(uid: 1);

        using var reborn = await Associated(uid: 2);

        Assert.Equal(CommandType.Disassociate, (await old.ReadPastHeartbeats())!.Instruction.CommandType);
        await _events.First<DisassociatedEvent>();
        await Exchange(reborn);
    }

    [Fact]
    public async Task Who_was_away_too_long_is_quarantined_and_forgotten_when_the_mark_is_pruned()
    {
        using (var peer = await Associated(uid: 1))
            await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/nobody", "number 0", seq: 0));
        await _events.First<DisassociatedEvent>();

        Scheduler.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, (await _events.First<QuarantinedEvent>()).Uid);
        using (var same = RawPeer.Connect(_node))
            Assert.Equal(CommandType.DisassociateQuarantined, (await same.Associate(uid: 1))!.Instruction.CommandType);
        Scheduler.Advance(TimeSpan.FromDays(5));
        Assert.Equal(0, Remoting.AssociationCount);
        using var welcome = await Associated(uid: 1);
    }

    [Fact]
    public async Task Who_comes_back_in_time_is_not_quarantined()
    {
        using (var peer = await Associated(uid: 1))
            await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/nobody", "number 0", seq: 0));
        await _events.First<DisassociatedEvent>();
        Scheduler.Advance(TimeSpan.FromDays(1.9));

        using var again = await Associated(uid: 1);
        Scheduler.Advance(TimeSpan.FromSeconds(100));

        await Exchange(again);
    }

    [Fact]
    public async Task Who_was_given_up_without_a_uid_and_stays_away_too_long_is_quarantined()
    {
        using var peer = await Associated(uid: 1);
        await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/nobody", "number 0", seq: 0));
        await Exchange(peer);
        Remoting.Quarantine(RawPeer.Self, null);

        Scheduler.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, (await _events.First<QuarantinedEvent>()).Uid);
    }

    [Fact]
    public async Task System_messages_to_a_peer_never_met_are_given_up_after_a_while()
    {
        using var silent = Accepting(out var address);
        silent.Stop();
        var watcher = Recorder.Start(_node, "watcher");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(Remote(address, "/user/theirs#1")), Recorder.Limit);
        await _events.First<AssociationErrorEvent>();
        Assert.Equal(1, Remoting.AssociationCount);

        // Each try meets nobody and gates the address again; the watch itself ends by its own detector.
        using var limit = new CancellationTokenSource(Recorder.Limit);
        var terminated = watcher.Next<Terminated>();
        while (Remoting.AssociationCount > 0 || !terminated.IsCompleted)
        {
            Scheduler.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }

        Assert.Equal(address, (await terminated).ActorRef.Path.Address);
    }

    [Fact]
    public async Task A_peer_that_has_forgotten_what_it_had_acknowledged_is_quarantined()
    {
        using var peer = await Associated(uid: 1);
        var watcher = Recorder.Start(_node, "watcher");
        foreach (var name in new[] { "a", "b", "c" })
            await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(Remote(RawPeer.Self, $"/user/{name}#1")), Recorder.Limit);
        for (var number = 0UL; number < 3;)
        {
            var envelope = Pdu.ReadPayload((await peer.ReadPastHeartbeats())!.Payload).Envelope;
            if (envelope.Seq != Pdu.NoSequenceNumber)
                Assert.Equal(number++, envelope.Seq);
        }

        await peer.SendFrame(Ack(1));

        for (var times = 0; times < 3; times++)
            await peer.SendFrame(Ack(2, 0, 1));

        Assert.Equal(1, (await _events.First<QuarantinedEvent>()).Uid);
    }

    [Fact]
    public async Task Being_told_at_the_door_that_this_system_is_quarantined_is_an_event()
    {
        using var refusing = Accepting(out var address);
        Remote(address, "/user/theirs").Tell("hello", ActorRefs.NoSender);
        using var accepted = await refusing.AcceptSocketAsync();
        await Read(accepted);

        await accepted.SendAsync(RawPeer.Frame(Pdu.Disassociate(Transport.DisassociateInfo.Quarantined)));

        Assert.Equal(address, (await _events.First<ThisActorSystemQuarantinedEvent>()).RemoteAddress);
    }

    private Remoting Remoting => (Remoting)((RemoteActorRefProvider)((ExtendedActorSystem)_node).Provider).Transport;

    private Recorder Listen(Type type, string name)
    {
        var recorder = Recorder.Start(_node, name);
        _node.EventStream.Subscribe(recorder.Ref, type);
        return recorder;
    }

    private IActorRef Remote(Address address, string path) => ((ExtendedActorSystem)_node).Provider.ResolveActorRef(address + path);

    private async Task<RawPeer> Associated(int uid)
    {
        var peer = RawPeer.Connect(_node);
        Assert.Equal(CommandType.Associate, (await peer.Associate(uid))!.Instruction.CommandType);
        return peer;
    }

    /// <summary>What was sent before on the connection has been taken when the answer is there.</summary>
    private async Task Exchange(RawPeer peer)
    {
        await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope
        {
            Recipient = new ActorRefData { Path = Nodes.AddressOf(_node) + "/system/remote-watcher" },
            Sender = new ActorRefData { Path = RawPeer.Self + "/user/asks" },
            Message = new Payload { SerializerId = 16, MessageManifest = Google.Protobuf.ByteString.CopyFromUtf8("RWHB") },
            Seq = Pdu.NoSequenceNumber,
        }));
        var answer = await peer.ReadPastHeartbeats();
        Assert.EndsWith("/user/asks", Pdu.ReadPayload(answer!.Payload).Envelope.Recipient.Path, StringComparison.Ordinal);
    }

    private static Google.Protobuf.ByteString Ack(ulong number, params ulong[] gaps) =>
        Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = number, Nacks = { gaps } } });

    private static TcpListener Accepting(out Address address)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        address = new Address("akka.tcp", "Silent", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        return listener;
    }

    private static async Task<AkkaProtocolMessage> Read(Socket socket)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        await using var stream = new NetworkStream(socket);
        return await RawPeer.ReadFrame(stream, limit.Token);
    }
}
