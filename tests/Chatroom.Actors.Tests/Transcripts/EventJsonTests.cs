using System.Diagnostics;
using System.Text.Json;

namespace Chatroom.Actors.Tests;

public sealed class EventJsonTests
{
    // What recorded transcripts hold. None of these lines ever changes, whatever the classes are called.
    private static readonly (RoomEvent Event, string Json)[] Pins =
    [
        (new Opened(1, 0, "chatroom", "test", -7, ["Marija", "Felix"], 3),
            """{"n":1,"t":0,"type":"opened","room":"chatroom","scenario":"test","seed":-7,"roster":["Marija","Felix"],"rounds":3}"""),
        (new Joined(2, 10, "Felix", "local"), """{"n":2,"t":10,"type":"joined","name":"Felix","from":"local"}"""),
        (new Joined(2, 10, "Felix", "local") { TicketDigest = "abc" },
            """{"n":2,"t":10,"type":"joined","name":"Felix","from":"local","ticket-digest":"abc"}"""),
        (new Returned(3, 11, "Felix", "local"), """{"n":3,"t":11,"type":"returned","name":"Felix","from":"local"}"""),
        (new Refused(4, 12, "Felix", RefusalReason.NameTaken, "Taken.", "local"),
            """{"n":4,"t":12,"type":"refused","name":"Felix","reason":"name-taken","text":"Taken.","from":"local"}"""),
        (new Refused(5, 13, null, RefusalReason.RoomFull, "Full.", "local"),
            """{"n":5,"t":13,"type":"refused","name":null,"reason":"room-full","text":"Full.","from":"local"}"""),
        (new Suggested(6, 14, 1, new Suggestion("chill", "travel to", "Oslo", "Oslo?")),
            """{"n":6,"t":14,"type":"suggested","round":1,"category":"chill","action":"travel to","subject":"Oslo","text":"Oslo?"}"""),
        (new Suggested(7, 15, 2, new Suggestion("chill", "party", null, "Party?")),
            """{"n":7,"t":15,"type":"suggested","round":2,"category":"chill","action":"party","subject":null,"text":"Party?"}"""),
        (new Said(8, 16, 1, "Felix", "No.", true), """{"n":8,"t":16,"type":"said","round":1,"name":"Felix","text":"No.","late":true}"""),
        (new Left(9, 17, "Felix", Leaving.Bye), """{"n":9,"t":17,"type":"left","name":"Felix","how":"bye"}"""),
        (new RoundClosed(10, 18, 1, [new ParticipantVerdict("Felix", Verdict.Late)]),
            """{"n":10,"t":18,"type":"round-closed","round":1,"verdicts":[{"name":"Felix","verdict":"late"}]}"""),
        (new RoundClosed(11, 19, 2, [new ParticipantVerdict("Felix", Verdict.Answered)]) { Stop = CloseReason.TextSaid },
            """{"n":11,"t":19,"type":"round-closed","round":2,"verdicts":[{"name":"Felix","verdict":"answered"}],"stop":"text-said"}"""),
        (new Closed(12, 20, CloseReason.Completed), """{"n":12,"t":20,"type":"closed","reason":"completed"}"""),
    ];

    public static TheoryData<int> Places => new(Enumerable.Range(0, Pins.Length));

    [Theory]
    [MemberData(nameof(Places))]
    public void What_an_event_is_in_a_file_is_pinned(int place)
    {
        var (happened, pinned) = Pins[place];

        Assert.Equal(pinned, JsonText.Object(json => EventJson.Write(json, happened)));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void An_event_is_read_as_it_was(int place)
    {
        var (happened, pinned) = Pins[place];
        using var json = JsonDocument.Parse(pinned);

        Assert.Equal(happened, EventJson.Read(json.RootElement));
    }

    [Fact]
    public void Every_event_is_pinned() => Kinds.AllAmong(Pins.Select(pin => pin.Event));

    [Fact]
    public void An_event_that_was_forgotten_is_not_dropped()
    {
        Assert.Throws<UnreachableException>(() => JsonText.Object(json => EventJson.Write(json, new UnknownEvent())));
    }
}
