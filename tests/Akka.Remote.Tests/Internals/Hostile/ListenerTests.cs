using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Where the node connects to, somebody else listens: what it has to say goes to dead letters, and it tries again later.</summary>
public sealed class ListenerTests() : HostileTest("akka.remote { dot-netty.tcp.connection-timeout = 5 s, retry-gate-closed-for = 100 ms }"), IDisposable
{
    private readonly RawListener _listener = new();

    public static TheoryData<string> Answers => [.. Wrong.Keys];

    private static Dictionary<string, byte[]> Wrong { get; } = new()
    {
        ["a length below zero"] = [255, 255, 255, 255],
        ["a length above the limit"] = [0, 0, 0, 127],
        ["an empty frame"] = [0, 0, 0, 0],
        ["HTTP"] = "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
        ["a heartbeat"] = RawPeer.Frame(Frames.Control(CommandType.Heartbeat)),
        ["a goodbye"] = RawPeer.Frame(Frames.Control(CommandType.Disassociate)),
        ["the goodbye of one who shuts down"] = RawPeer.Frame(Frames.Control(CommandType.DisassociateShuttingDown)),
        ["the goodbye of one who has shut us out"] = RawPeer.Frame(Frames.Control(CommandType.DisassociateQuarantined)),
        ["a payload"] = RawPeer.Frame(Frames.Ack(0)),
        ["an instruction that there isn't"] = RawPeer.Frame(Frames.Control((CommandType)99)),
        ["a handshake that says nothing"] = RawPeer.Frame(Frames.Control(CommandType.Associate)),
        ["another's name"] = RawPeer.Frame(Frames.Associate(system: "Other")),
        ["a name that nobody can have"] = RawPeer.Frame(Frames.Associate(system: "Raw\r\n[ERROR] all is lost")),
        ["a name as long as a frame"] = RawPeer.Frame(Frames.Associate(system: new string('x', 100_000))),
    };

    public void Dispose() => _listener.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_wrong_answer_is_the_end_of_it(string what)
    {
        var letters = Letters();
        Tell("lost");
        using var peer = await _listener.Accept();
        Assert.Equal(CommandType.Associate, (await peer.Read())?.Instruction.CommandType);

        await peer.Send(Wrong[what]);

        Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task Our_own_name_is_the_end_of_it()
    {
        var letters = Letters();
        Tell("lost");
        using var peer = await _listener.Accept();
        Assert.NotNull(await peer.Read());

        await peer.SendFrame(Pdu.Associate(Nodes.AddressOf(Node), 1));

        Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
        Assert.Null(await peer.Read());
    }

    [Fact]
    public async Task Silence_is_not_waited_for()
    {
        var letters = Letters();
        Tell("lost");
        using var peer = await _listener.Accept();
        Assert.NotNull(await peer.Read());

        Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
        Assert.Null(await peer.Read());
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_closed_door_is_not_knocked_at_without_end()
    {
        var letters = Letters();
        Tell("lost");
        (await _listener.Accept()).Dispose();

        Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task The_right_answer_after_wrong_ones_is_welcome()
    {
        var letters = Letters();
        foreach (var answer in new[] { Frames.Associate(system: "Other"), Frames.Ack(0), ByteString.Empty })
        {
            Tell("lost");
            using var wrong = await _listener.Accept();
            await wrong.SendFrame(answer);
            Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
            await Until(() => Remoting.AssociationCount == 0);
        }

        Tell("heard");
        using var right = await _listener.Accept();
        Assert.NotNull(await right.Read());
        await right.SendFrame(Pdu.Associate(_listener.Self, 1));

        Assert.Equal("heard", (await NextEnvelope(right)).Message.Message.ToStringUtf8());
    }

    private void Tell(string text) => ((ExtendedActorSystem)Node).Provider.ResolveActorRef(_listener.Self + "/user/theirs").Tell(text, ActorRefs.NoSender);

    private Recorder Letters()
    {
        var letters = Recorder.Start(Node, "letters");
        Node.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        return letters;
    }
}
