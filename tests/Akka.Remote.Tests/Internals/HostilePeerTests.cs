using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>Whatever a stranger sends, the connection it came by is all that ends.</summary>
public sealed class HostilePeerTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _recorder = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", "akka.remote.dot-netty.tcp.connection-timeout = 1 s");
        _recorder = Recorder.Start(_node, "recorder");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    public static TheoryData<string, byte[]> Rubbish => new()
    {
        { "negative length", [255, 255, 255, 255] },
        { "length above the limit", [1, 244, 1, 0] },
        { "the greatest length there is", [255, 255, 255, 127, 1, 2, 3] },
        { "HTTP", "GET / HTTP/1.1\r\nHost: here\r\n\r\n"u8.ToArray() },
        { "a frame that is no message", [3, 0, 0, 0, 255, 255, 255] },
        { "an empty frame", [0, 0, 0, 0] },
        { "an instruction of no kind", [4, 0, 0, 0, 18, 2, 8, 99] },
        { "ASSOCIATE without an address", [4, 0, 0, 0, 18, 2, 8, 1] },
        { "a heartbeat before the handshake", [4, 0, 0, 0, 18, 2, 8, 3] },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task Rubbish_closes_the_connection_and_a_good_peer_associates_at_once(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        using var peer = RawPeer.Connect(_node);

        await peer.Send(bytes);

        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_payload_before_the_handshake_closes_the_connection()
    {
        using var peer = RawPeer.Connect(_node);

        await peer.SendFrame(RawPeer.Message(Path, "too early"));

        Assert.Null(await peer.Read());
        Assert.False(_recorder.HasMore);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_peer_that_dies_in_the_middle_of_a_frame_leaves_nothing_behind()
    {
        using var peer = RawPeer.Connect(_node);
        Assert.NotNull(await peer.Associate(uid: 1));

        await peer.Send([100, 0, 0, 0, 1, 2, 3]);
        peer.EndSending();

        Assert.Null(await peer.ReadPastHeartbeats());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Silence_instead_of_a_handshake_is_ended_by_the_timeout()
    {
        using var peer = RawPeer.Connect(_node);

        Assert.Null(await peer.Read());
    }

    [Fact]
    public async Task A_handshake_in_our_own_name_is_refused()
    {
        using var peer = RawPeer.Connect(_node);

        await peer.SendFrame(Pdu.Associate(Nodes.AddressOf(_node), 1));

        var answer = await peer.Read();
        Assert.Equal(CommandType.Disassociate, answer!.Instruction.CommandType);
        Assert.Null(await peer.Read());
    }

    [Fact]
    public async Task Messages_nobody_can_read_are_dropped_and_the_association_lives_on()
    {
        using var peer = RawPeer.Connect(_node);
        Assert.NotNull(await peer.Associate(uid: 1));

        foreach (var payload in Unreadable())
            await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Recipient = To(Path), Message = payload, Seq = Pdu.NoSequenceNumber }));
        await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Recipient = To(Path), Seq = Pdu.NoSequenceNumber }));
        await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Seq = Pdu.NoSequenceNumber }));
        await peer.SendFrame(RawPeer.Message("no path at all", "lost"));
        await peer.SendFrame(RawPeer.Message("akka.tcp://Elsewhere@127.0.0.1:9/user/recorder", "lost"));
        await peer.SendFrame(RawPeer.Message(Path, "readable"));

        Assert.Equal("readable", await _recorder.Next<string>());
    }

    [Fact]
    public async Task Guardians_and_system_actors_take_no_PoisonPill_and_no_Kill_from_outside()
    {
        using var peer = RawPeer.Connect(_node);
        Assert.NotNull(await peer.Associate(uid: 1));

        foreach (var manifest in new[] { "PP", "K" })
        {
            foreach (var path in new[] { "/user", "/system", "/system/remote-watcher", "/" })
                await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Recipient = To(Nodes.AddressOf(_node) + path), Message = Small(manifest), Seq = Pdu.NoSequenceNumber }));
            foreach (var pattern in Selections())
                await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Recipient = To(Nodes.AddressOf(_node) + "/"), Message = Selected(Small(manifest), pattern), Seq = Pdu.NoSequenceNumber }));
        }

        await peer.SendFrame(RawPeer.Message(Path, "still here"));
        Assert.Equal("still here", await _recorder.Next<string>());
        Assert.False(_node.WhenTerminated.IsCompleted);
        var watcher = await _node.ActorSelection("/system/remote-watcher").Ask<ActorIdentity>(new Identify(1), Recorder.Limit);
        Assert.NotNull(watcher.Subject);
    }

    [Fact]
    public async Task A_peer_cannot_report_the_death_of_anothers_actor()
    {
        var mine = _node.ActorOf(Props.Create<EchoActor>(), "mine");
        await _recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(mine), Recorder.Limit);
        using var peer = RawPeer.Connect(_node);
        Assert.NotNull(await peer.Associate(uid: 1));

        var notice = new DeathWatchNotificationData { Actor = To(Nodes.AddressOf(_node) + "/user/mine#" + mine.Path.Uid) };
        await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope
        {
            Recipient = To(Path),
            Message = new Payload { SerializerId = 22, Message = notice.ToByteString(), MessageManifest = ByteString.CopyFromUtf8("Akka.Dispatch.SysMsg.DeathWatchNotification, Akka") },
        }));
        await peer.SendFrame(RawPeer.Message(Path, "after"));

        Assert.Equal("after", await _recorder.Next<string>());
        Assert.Equal("alive", await mine.Ask<string>("alive", Recorder.Limit));
        Assert.False(_recorder.HasMore);
    }

    [Fact]
    public async Task Messages_in_messages_in_messages_are_read_to_a_limited_depth()
    {
        using var peer = RawPeer.Connect(_node);
        Assert.NotNull(await peer.Associate(uid: 1));
        var nested = new Payload { SerializerId = 17, MessageManifest = ByteString.CopyFromUtf8("S") };
        for (var depth = 0; depth < 40; depth++)
            nested = new Payload { SerializerId = 16, MessageManifest = ByteString.CopyFromUtf8("STS"), Message = new StatusSuccess { Status = nested }.ToByteString() };

        await peer.SendFrame(RawPeer.Envelope(new RemoteEnvelope { Recipient = To(Path), Message = nested, Seq = Pdu.NoSequenceNumber }));
        await peer.SendFrame(RawPeer.Message(Path, "after"));

        Assert.Equal("after", await _recorder.Next<string>());
    }

    private string Path => Nodes.AddressOf(_node) + "/user/recorder";

    private static ActorRefData To(string path) => new() { Path = path };

    private static Payload Small(string manifest) => new() { SerializerId = 16, MessageManifest = ByteString.CopyFromUtf8(manifest) };

    private static Payload Selected(Payload message, IEnumerable<Selection> pattern) => new()
    {
        SerializerId = 6,
        Message = new SelectionEnvelope { Payload = message, Pattern = { pattern } }.ToByteString(),
    };

    private static IEnumerable<Selection[]> Selections()
    {
        var user = new Selection { Type = Selection.Types.PatternType.ChildName, Matcher = "user" };
        var system = new Selection { Type = Selection.Types.PatternType.ChildName, Matcher = "system" };
        var any = new Selection { Type = Selection.Types.PatternType.ChildPattern, Matcher = "*" };
        var up = new Selection { Type = Selection.Types.PatternType.Parent };
        return [[], [user], [system], [any], [system, any], [user, new() { Type = Selection.Types.PatternType.ChildName, Matcher = "recorder" }, up]];
    }

    private static IEnumerable<Payload> Unreadable()
    {
        yield return new Payload { SerializerId = 9999, Message = ByteString.CopyFromUtf8("?") };
        yield return new Payload { SerializerId = 17, Message = ByteString.CopyFromUtf8("?"), MessageManifest = ByteString.CopyFromUtf8("System.Diagnostics.Process, System") };
        yield return new Payload { SerializerId = 17, Message = ByteString.CopyFromUtf8("abc"), MessageManifest = ByteString.CopyFromUtf8("I") };
        yield return new Payload { SerializerId = 16, Message = ByteString.CopyFromUtf8("?"), MessageManifest = ByteString.CopyFromUtf8("ID") };
        yield return new Payload { SerializerId = 2, Message = ByteString.Empty, MessageManifest = ByteString.CopyFromUtf8("Akka.Remote.Proto.Payload, Akka.Remote") };
        yield return new Payload { SerializerId = 6, Message = ByteString.CopyFromUtf8("?") };
        yield return new Payload { SerializerId = 22, Message = ByteString.Empty, MessageManifest = ByteString.CopyFromUtf8("Akka.Dispatch.SysMsg.Terminate, Akka") };
        yield return new Payload { SerializerId = 22, Message = ByteString.CopyFromUtf8("?"), MessageManifest = ByteString.CopyFromUtf8("Akka.Dispatch.SysMsg.Watch, Akka") };
    }

    private async Task AssertGoodPeerIsServed()
    {
        using var good = RawPeer.Connect(_node);
        var answer = await good.Associate(uid: 2);
        Assert.Equal(CommandType.Associate, answer!.Instruction.CommandType);
        await good.SendFrame(RawPeer.Message(Path, "good"));
        Assert.Equal("good", await _recorder.Next<string>());
    }
}
