using System.Diagnostics;
using Google.Protobuf;

namespace Chatroom.Actors.Tests;

public sealed class WireEventsTests
{
    // What older nodes send and read. None of these bytes ever changes, whatever the classes are called.
    private static readonly (RoomEvent Event, string Hex)[] Pins =
    [
        (new Opened(1, 0, "chatroom", "test", -7, ["Marija", "Felix"], 3), "08011a230a0863686174726f6f6d120474657374180d22064d6172696a61220546656c69782803"),
        (new Joined(2, 10, "Felix", "local"), "0802100a220e0a0546656c697812056c6f63616c"),
        (new Returned(3, 11, "Felix", "local"), "0803100b5a0e0a0546656c697812056c6f63616c"),
        (new Refused(4, 12, "Felix", RefusalReason.NameTaken, "Taken.", "local"), "0804100c2a180a0546656c697810011a0654616b656e2e22056c6f63616c"),
        (new Refused(5, 13, null, RefusalReason.RoomFull, "Full.", "local"), "0805100d2a1010021a0546756c6c2e22056c6f63616c"),
        (new Suggested(6, 14, 1, new Suggestion("chill", "travel to", "Oslo", "Oslo?")), "0806100e3221080112056368696c6c1a0974726176656c20746f22044f736c6f2a054f736c6f3f"),
        (new Suggested(7, 15, 2, new Suggestion("chill", "party", null, "Party?")), "0807100f3218080212056368696c6c1a0570617274792a0650617274793f"),
        (new Said(8, 16, 1, "Felix", "No.", true), "080810103a100801120546656c69781a034e6f2e2001"),
        (new Left(9, 17, "Felix", Leaving.Bye), "0809101142090a0546656c69781001"),
        (new RoundClosed(10, 18, 1, [new ParticipantVerdict("Felix", Verdict.Late)]), "080a10124a0d080112090a0546656c69781002"),
        (new RoundClosed(11, 19, 2, [new ParticipantVerdict("Felix", Verdict.Answered)]) { Stop = CloseReason.TextSaid }, "080b10134a0f080212090a0546656c697810011805"),
        (new Closed(12, 20, CloseReason.Completed), "080c101452020801"),
    ];

    public static TheoryData<int> PinnedPlaces => new(Enumerable.Range(0, Pins.Length));

    [Theory]
    [MemberData(nameof(PinnedPlaces))]
    public void What_an_event_is_on_the_wire_is_pinned(int place)
    {
        var (happened, hex) = Pins[place];

        Assert.Equal(hex, Convert.ToHexStringLower(WireEvents.ToWire(happened).ToByteArray()));
        Assert.Equal(happened, WireEvents.FromWire(Wire.Event.Parser.ParseFrom(Convert.FromHexString(hex))));
    }

    [Fact]
    public void Every_event_is_pinned() => Kinds.AllAmong(Pins.Select(pin => pin.Event));

    public static TheoryData<int> Places => new(Enumerable.Range(0, Sample.Events.Length));

    [Theory]
    [MemberData(nameof(Places))]
    public void An_event_comes_over_the_wire_as_it_was(int place)
    {
        var bytes = WireEvents.ToWire(Sample.Events[place]).ToByteArray();

        Assert.Equal(Sample.Events[place], WireEvents.FromWire(Wire.Event.Parser.ParseFrom(bytes)));
    }

    [Fact]
    public void A_return_comes_over_the_wire()
    {
        var returned = new Returned(8, 9, "Felix", "127.0.0.1:61311");

        Assert.Equal(returned, WireEvents.FromWire(WireEvents.ToWire(returned)));
    }

    [Fact]
    public void A_ticket_is_the_rooms_own_affair()
    {
        var joined = new Joined(2, 10, "Felix", "local") { TicketDigest = "abc" };

        Assert.Equal(joined with { TicketDigest = null }, WireEvents.FromWire(WireEvents.ToWire(joined)));
    }

    [Fact]
    public void The_rule_that_ends_a_conversation_comes_over_the_wire()
    {
        var closed = new RoundClosed(8, 9, 1, [new ParticipantVerdict("Felix", Verdict.Silent)]) { Stop = CloseReason.TooFew };

        Assert.Equal(closed, WireEvents.FromWire(WireEvents.ToWire(closed)));
    }

    [Fact]
    public void An_event_that_says_nothing_is_refused()
    {
        Assert.Throws<FormatException>(() => WireEvents.FromWire(new Wire.Event { N = 1 }));
    }

    [Fact]
    public void A_word_that_nobody_knows_is_refused()
    {
        Assert.Throws<FormatException>(() => WireEvents.FromWire(new Wire.Event { Left = new Wire.Left { Name = "Felix", How = (Wire.Leaving)77 } }));
        Assert.Throws<FormatException>(() => WireEvents.FromWire(new Wire.Event { Left = new Wire.Left { Name = "Felix" } }));
    }

    [Fact]
    public void A_name_beyond_the_limit_is_refused()
    {
        var said = new Wire.Event { Said = new Wire.Said { Name = new string('x', 65), Text = "ok" } };

        Assert.Throws<FormatException>(() => WireEvents.FromWire(said));
    }

    [Fact]
    public void A_text_beyond_the_limit_is_refused()
    {
        var said = new Wire.Event { Said = new Wire.Said { Name = "Felix", Text = new string('x', 4097) } };

        Assert.Throws<FormatException>(() => WireEvents.FromWire(said));
    }

    [Fact]
    public void Control_characters_do_not_come_in()
    {
        var said = new Wire.Event { Said = new Wire.Said { Name = "Felix", Text = "a\u001b[2Jb" } };

        Assert.Equal("a [2Jb", Assert.IsType<Said>(WireEvents.FromWire(said)).Text);
    }

    [Fact]
    public void An_event_that_was_forgotten_is_not_dropped()
    {
        Assert.Throws<UnreachableException>(() => WireEvents.ToWire(new UnknownEvent()));
    }
}
