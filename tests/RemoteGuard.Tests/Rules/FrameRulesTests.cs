using System.Text;
using RemoteGuard.Rules;
using RemoteGuard.Tests.Wire;
using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Rules;

/// <summary>What a peer may send that has said who it is.</summary>
public sealed class FrameRulesTests
{
    private const string Here = "akka.tcp://Here@127.0.0.1:8080/";
    private const string Peer = "akka.tcp://Peer@10.0.0.7:9090/";
    private const string Room = Here + "user/room";
    private const string Told = Here + "user/told#17";
    private const string OurWatcher = Here + "system/remote-watcher#3";
    private const string TheirWatcher = Peer + "system/remote-watcher#4";
    private const string Bot = Peer + "user/bot#12";
    private const int Own = 4200;

    private static readonly byte[] Hello = TestFrames.Payload(Own, "hello", [1, 2, 3]);

    private readonly KnownReferences _senders = new(10);
    private readonly KnownReferences _named = new(10);

    public FrameRulesTests()
    {
        _named.Add("user/told#17"u8);
        _senders.Add("temp/asking"u8);
    }

    public static TheoryData<string, byte[]> Legal => new()
    {
        { "a sign of life", TestFrames.Control(3) },
        { "a goodbye", TestFrames.Control(2) },
        { "a goodbye of one that shuts down", TestFrames.Control(4) },
        { "a goodbye of one that was quarantined", TestFrames.Control(5) },
        { "an acknowledgement of nothing but the first", TestFrames.Acknowledge(0) },
        { "an acknowledgement with gaps", TestFrames.Acknowledge(7, 3, 4) },
        { "a message to an actor that the settings name", TestFrames.Envelope(Room, Hello, Bot) },
        { "one to an incarnation of it", TestFrames.Envelope(Room + "#99", Hello, Bot) },
        { "one that selects it", TestFrames.SelectNames(Here, Hello, Bot, "user/room") },
        { "one to an actor that was made known", TestFrames.Envelope(Told, Hello, Bot) },
        { "an answer to a question", TestFrames.Envelope(Here + "temp/asking", Hello, Bot) },
        { "one from nobody", TestFrames.Envelope(Room, Hello) },
        { "who are you", TestFrames.Envelope(Room, TestFrames.Identify("x"), Bot) },
        { "who are you, to a selection", TestFrames.SelectNames(Here, TestFrames.Identify("x"), Bot, "user/room") },
        { "who are you, without an id", TestFrames.Envelope(Room, TestFrames.Payload(16, "ID", []), Bot) },
        { "I am", TestFrames.Envelope(Here + "temp/asking", TestFrames.Identity(Bot), Bot) },
        { "nobody is here", TestFrames.Envelope(Here + "temp/asking", TestFrames.Identity(""), Bot) },
        { "a heartbeat", TestFrames.SelectNames(Here, TestFrames.Payload(16, "RWHB", []), TheirWatcher, "system/remote-watcher") },
        { "its answer", TestFrames.Envelope(OurWatcher, TestFrames.Payload(16, "RWHR", [8, 1]), TheirWatcher) },
        { "who are you, to death watch", TestFrames.Envelope(Here + "system/remote-watcher", TestFrames.Identify("x"), Bot) },
        { "a watch", TestFrames.Envelope(Room + "#1", TestFrames.WatchOf(Room + "#1", TheirWatcher), number: 0) },
        { "a watch of one that is not there", TestFrames.Envelope(Here + "user/gone#1", TestFrames.WatchOf(Here + "user/gone#1", TheirWatcher), number: 1) },
        { "an unwatch", TestFrames.Envelope(Room + "#1", TestFrames.WatchOf(Room + "#1", TheirWatcher, TestFrames.Unwatch), number: 2) },
        { "a death", TestFrames.Envelope(OurWatcher, TestFrames.DeathOf(Bot), number: 3) },
    };

    public static TheoryData<string, byte[]> Dropped => new()
    {
        { "a message to an actor that nobody has named", TestFrames.Envelope(Here + "user/secret", Hello, Bot) },
        { "one to an incarnation that was not made known", TestFrames.Envelope(Here + "user/told#18", Hello, Bot) },
        { "one to a child of a known actor", TestFrames.Envelope(Room + "/child", Hello, Bot) },
        { "one to an actor by its name, with a number that Akka takes for none", TestFrames.Envelope(Here + "user/secret#0", Hello, Bot) },
        { "one to an incarnation whose number is written in another way", TestFrames.Envelope(Here + "user/told#017", Hello, Bot) },
        { "one to an incarnation of a number that there can't be", TestFrames.Envelope(Room + "#99999999999", Hello, Bot) },
        { "one to the guardian", TestFrames.Envelope(Here + "user", Hello, Bot) },
        { "one to the root", TestFrames.Envelope(Here, Hello, Bot) },
        { "one to a system actor", TestFrames.Envelope(Here + "system/endpointManager", Hello, Bot) },
        { "one to the daemon that starts actors", TestFrames.Envelope(Here + "remote", Hello, Bot) },
        { "one by a way up", TestFrames.Envelope(Here + "user/room/../secret", Hello, Bot) },
        { "one by an empty name", TestFrames.Envelope(Here + "user//room", Hello, Bot) },
        { "one by an encoded slash", TestFrames.Envelope(Here + "user/a%2Froom", Hello, Bot) },
        { "one for another node", TestFrames.Envelope("akka.tcp://Here@127.0.0.1:8081/user/room", Hello, Bot) },
        { "one whose sender is of a third node", TestFrames.Envelope(Room, Hello, "akka.tcp://Third@10.0.0.9:1/user/x") },
        { "one whose sender is of this node", TestFrames.Envelope(Room, Hello, Here + "user/told#17") },
        { "JSON", TestFrames.Envelope(Room, TestFrames.Payload(1, "", "{}"u8.ToArray()), Bot) },
        { "protobuf named by its type", TestFrames.Envelope(Room, TestFrames.Payload(2, "X, Y", []), Bot) },
        { "an actor to start", TestFrames.Envelope(Room, TestFrames.Payload(3, "", []), Bot) },
        { "a poison pill", TestFrames.Envelope(Room, TestFrames.Payload(16, "PP", []), Bot) },
        { "a kill", TestFrames.Envelope(Room, TestFrames.Payload(16, "K", []), Bot) },
        { "a kill to a known actor", TestFrames.Envelope(Told, TestFrames.Payload(16, "K", []), Bot) },
        { "a failure with an exception", TestFrames.Envelope(Room, TestFrames.Payload(16, "STF", []), Bot) },
        { "a reference", TestFrames.Envelope(Room, TestFrames.Payload(16, "AR", TestFrames.Reference(Bot)), Bot) },
        { "who are you, with JSON as id", TestFrames.Envelope(Room, TestFrames.Payload(16, "ID", TestFrames.Message(id => id.Field(1, TestFrames.Payload(1, "", [])))), Bot) },
        { "I am another", TestFrames.Envelope(Here + "temp/asking", TestFrames.Identity("akka.tcp://Third@10.0.0.9:1/user/x"), Bot) },
        { "a selection within a selection", TestFrames.Envelope(Room, TestFrames.Payload(6, "", []), Bot) },
        { "a selection with a manifest", TestFrames.Envelope(Here, TestFrames.Payload(6, "X, Y", []), Bot) },
        { "a selection by a pattern", TestFrames.Select(Here, Hello, Bot, (2, "user"), (3, "*")) },
        { "a selection by the way up", TestFrames.Select(Here, Hello, Bot, (2, "user"), (2, "room"), (1, "")) },
        { "a selection of a name with a slash", TestFrames.Select(Here, Hello, Bot, (2, "user/room")) },
        { "a selection of the guardian", TestFrames.SelectNames(Here, Hello, Bot, "user") },
        { "a selection of nobody", TestFrames.Select(Here, Hello, Bot) },
        { "a kill to a selection", TestFrames.SelectNames(Here, TestFrames.Payload(16, "K", []), Bot, "user/room") },
        { "a kill to death watch", TestFrames.SelectNames(Here, TestFrames.Payload(16, "K", []), Bot, "system/remote-watcher") },
        { "a heartbeat to a known actor", TestFrames.Envelope(Told, TestFrames.Payload(16, "RWHB", []), Bot) },
    };

    public static TheoryData<string, byte[]> Ending => new()
    {
        { "nothing", [] },
        { "no protobuf", [255, 255, 255] },
        { "a second handshake", TestFrames.Associate("Peer", "10.0.0.7", 9090) },
        { "both kinds of frame in one", [.. TestFrames.Control(3), .. TestFrames.Acknowledge(1)] },
        { "a frame twice", [.. TestFrames.Acknowledge(1), .. TestFrames.Acknowledge(1)] },
        { "an unknown command", TestFrames.Control(9) },
        { "an unknown field", [.. TestFrames.Envelope(Room, Hello, Bot), 0x18, 1] },
        { "a field twice", TestFrames.Message(frame => frame.Field(1, TestFrames.Message(container => container.Field(2, TestFrames.Message(envelope =>
            envelope.Field(1, TestFrames.Reference(Room)).Field(1, TestFrames.Reference(Told)).Field(2, Hello).Fixed(5, TestFrames.NoNumber)))))) },
        { "a sender without a path", TestFrames.Envelope(Room, Hello, "") },
        { "more gaps than anybody has", TestFrames.Acknowledge(9, [.. Enumerable.Range(0, 20_001).Select(number => (ulong)number)]) },
        { "a number on an ordinary message", TestFrames.Envelope(Room, Hello, Bot, number: 0) },
        { "a system message without a number", TestFrames.Envelope(Room, TestFrames.WatchOf(Room, TheirWatcher)) },
        { "a suspension", TestFrames.Envelope(Room, TestFrames.Payload(22, "Akka.Dispatch.SysMsg.Suspend, Akka", []), number: 0) },
        { "a termination", TestFrames.Envelope(Room, TestFrames.Payload(22, "Akka.Dispatch.SysMsg.Terminate, Akka", []), number: 0) },
        { "a failure of a child", TestFrames.Envelope(Room, TestFrames.Payload(22, "Akka.Dispatch.SysMsg.Failed, Akka", []), number: 0) },
        { "a watch of the guardian", TestFrames.Envelope(Here + "user", TestFrames.WatchOf(Here + "user", TheirWatcher), number: 0) },
        { "a watch of a system actor", TestFrames.Envelope(Here + "system/x", TestFrames.WatchOf(Here + "system/x", TheirWatcher), number: 0) },
        { "a watch of another than it is for", TestFrames.Envelope(Room, TestFrames.WatchOf(Told, TheirWatcher), number: 0) },
        { "a watch by an ordinary actor", TestFrames.Envelope(Room, TestFrames.WatchOf(Room, Bot), number: 0) },
        { "a watch by a third node", TestFrames.Envelope(Room, TestFrames.WatchOf(Room, "akka.tcp://Third@10.0.0.9:1/system/remote-watcher"), number: 0) },
        { "a death of an actor of ours", TestFrames.Envelope(OurWatcher, TestFrames.DeathOf(Told), number: 0) },
        { "a death of an actor of a third node", TestFrames.Envelope(OurWatcher, TestFrames.DeathOf("akka.tcp://Third@10.0.0.9:1/user/x"), number: 0) },
        { "a death told to an ordinary actor", TestFrames.Envelope(Room, TestFrames.DeathOf(Bot), number: 0) },
        { "a system message for another node", TestFrames.Envelope("akka.tcp://X@h:1/user/x", TestFrames.DeathOf(Bot), number: 0) },
        { "a system message that is too long", TestFrames.Envelope(OurWatcher, TestFrames.Payload(22, TestFrames.Death, new byte[8192]), number: 0) },
    };

    [Theory]
    [MemberData(nameof(Legal))]
    public void Passes(string what, byte[] frame) => Assert.Equal((what, Verdict.Pass), (what, Judge(frame)));

    [Theory]
    [MemberData(nameof(Dropped))]
    public void Is_dropped(string what, byte[] frame) => Assert.Equal((what, Outcome.Drop), (what, Judge(frame).Outcome));

    [Theory]
    [MemberData(nameof(Ending))]
    public void Ends_the_connection(string what, byte[] frame) => Assert.Equal((what, Outcome.Close), (what, Judge(frame).Outcome));

    private Verdict Judge(byte[] bytes) => new FrameRules(new HashSet<int> { Own }, new HashSet<string> { "user/room" }, _senders, _named)
        .Judge(Frame.Read(bytes), bytes.Length, Encoding.ASCII.GetBytes(Here), Encoding.ASCII.GetBytes(Peer));
}
