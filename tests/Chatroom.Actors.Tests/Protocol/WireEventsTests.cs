using Google.Protobuf;

namespace Chatroom.Actors.Tests;

public sealed class WireEventsTests
{
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
    public void Every_word_has_a_number_on_the_wire()
    {
        Assert.All(Enum.GetValues<RefusalReason>(), value => Assert.NotEqual(0, (int)WireEvents.ToWire<RefusalReason, Wire.RefusalReason>(value)));
        Assert.All(Enum.GetValues<Leaving>(), value => Assert.NotEqual(0, (int)WireEvents.ToWire<Leaving, Wire.Leaving>(value)));
        Assert.All(Enum.GetValues<Verdict>(), value => Assert.NotEqual(0, (int)WireEvents.ToWire<Verdict, Wire.Verdict>(value)));
        Assert.All(Enum.GetValues<CloseReason>(), value => Assert.NotEqual(0, (int)WireEvents.ToWire<CloseReason, Wire.CloseReason>(value)));
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
}
