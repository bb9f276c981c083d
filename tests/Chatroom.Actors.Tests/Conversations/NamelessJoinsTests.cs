namespace Chatroom.Actors.Tests;

/// <summary>Bots that take any name, and bots that ask for one, while a room gathers.</summary>
public sealed class NamelessJoinsTests
{
    private static string[] MomentIsOver(Conversing room) => room.Do(new ConversationInput.NamesAreDue());

    private static string[] Joined(Conversing room) => [.. room.State.History.OfType<Joined>().Select(joined => joined.Name)];

    [Fact]
    public void Who_takes_any_name_waits_a_moment_and_is_told_so()
    {
        var room = Conversing.Opened();

        Assert.Equal(["watch a", "names in 2000 ms", "a: queued for any name"], room.Join("a", null));
        Assert.Empty(room.Last.Events);
        Assert.Equal(["all: joined Marija", "admit Marija over a", "a: welcome Marija 7 2", "a: missed 1-2"], MomentIsOver(room));
    }

    [Fact]
    public void Who_asks_for_a_name_meanwhile_gets_it()
    {
        var room = Conversing.Opened();
        room.Join("a", null);

        Assert.Equal(
            [
                "watch m", "all: joined Marija", "admit Marija over m", "m: welcome Marija 7 2", "m: missed 1-2",
                "phase ReplyTimeout 1 in 30000 ms", "all: joined Felix", "admit Felix over a", "a: welcome Felix 7 3", "a: missed 1-3", "all: suggested 1",
            ],
            room.Join("m", "Marija"));
    }

    [Fact]
    public void As_many_as_there_are_names_wait_for_nobody()
    {
        var room = Conversing.Opened();
        room.Join("a", null);
        room.Join("b", null);

        Assert.Equal(["Marija", "Felix"], Joined(room));
        Assert.Equal(("Marija", "Felix"), (room.State.NameOf("a"), room.State.NameOf("b")));
    }

    [Fact]
    public void Who_waits_and_asks_again_keeps_its_place()
    {
        var room = new Conversing(null, "Marija", "Felix", "Rateb");
        room.Do(new ConversationInput.Open("test"));
        room.Join("a", null, ticket: "of a");

        Assert.Equal(["a: queued for any name"], room.Join("a", null, ticket: "of a"));
        Assert.Equal(["watch b", "unwatch a", "b: queued for any name"], room.Join("b", null, ticket: "of a"));
        MomentIsOver(room);
        Assert.Equal((null, "Marija"), (room.State.NameOf("a"), room.State.NameOf("b")));
        Assert.Equal(["Marija"], Joined(room));
    }

    [Fact]
    public void Who_waits_twice_and_shows_one_ticket_for_both_waits_once()
    {
        var room = new Conversing(null, "Marija", "Felix", "Rateb");
        room.Do(new ConversationInput.Open("test"));
        room.Join("a", null, ticket: "of a");
        room.Join("b", null, ticket: "of b");

        room.Join("b", null, ticket: "of a");
        MomentIsOver(room);

        Assert.Equal(["Marija"], Joined(room));
        Assert.Equal("Marija", room.State.NameOf("b"));
    }

    [Fact]
    public void Who_waits_and_shows_the_ticket_of_a_bot_that_is_in_waits_no_more()
    {
        var room = new Conversing(null, "Marija", "Felix", "Rateb");
        room.Do(new ConversationInput.Open("test"));
        room.Join("a", "Marija", ticket: "of a");
        room.Join("b", null);

        room.Join("b", null, ticket: "of a");

        Assert.Empty(MomentIsOver(room));
        Assert.Equal("Marija", room.State.NameOf("b"));
    }

    [Fact]
    public void Who_waits_and_dies_was_never_there()
    {
        var room = Conversing.Opened();
        room.Join("a", null);

        Assert.Empty(room.Die("a"));
        Assert.Empty(MomentIsOver(room));
    }

    [Fact]
    public void Who_waits_and_then_asks_for_a_name_gets_that_one()
    {
        var room = Conversing.Opened();
        room.Join("a", null);

        room.Join("a", "Felix");

        Assert.Equal(["Felix"], Joined(room));
        Assert.Empty(MomentIsOver(room));
    }

    [Fact]
    public void Who_waits_while_others_take_all_names_is_turned_away_at_once()
    {
        var room = Conversing.Opened();
        room.Join("a", null);
        room.Join("m", "Marija");
        var other = Conversing.Opened();
        other.Join("m", "Marija");
        other.Join("f", "Felix");

        Assert.Equal(["Marija", "Felix"], Joined(room));
        Assert.Equal("watch a, all: refused anyone room-full, a: turned away room-full", string.Join(", ", other.Join("a", null)));
    }

    [Fact]
    public void One_too_many_of_those_that_wait_is_turned_away()
    {
        var room = new Conversing(null, "Marija", "Felix", "Rateb");
        room.Do(new ConversationInput.Open("test"));
        room.Join("a", null);
        room.Join("b", null);
        room.Join("m", "Marija");

        Assert.Equal(["Marija", "Felix", "Rateb"], Joined(room));
        Assert.Equal("c: turned away room-full", room.Join("c", null)[^1]);
    }

    [Fact]
    public void With_order_they_come_in_when_it_is_their_turn()
    {
        var room = Conversing.Opened(new RoomSettings { Order = SpeakingOrder.Roster });
        room.Join("f", "Felix");

        room.Join("a", null);

        Assert.Equal(["Marija", "Felix"], Joined(room));
        Assert.Equal("Marija", room.State.NameOf("a"));
    }

    [Fact]
    public void Who_waits_and_goes_was_never_there()
    {
        var room = Conversing.Opened();
        room.Join("a", null);

        Assert.Empty(room.Bye("a"));
        Assert.Empty(MomentIsOver(room));
    }

    [Fact]
    public void Who_waits_when_the_room_closes_hears_that_it_does()
    {
        var late = Conversing.Opened();
        late.Join("a", null);
        var stopped = Conversing.Opened();
        stopped.Join("a", null);
        var givenUp = Conversing.Opened();
        givenUp.Join("a", null);

        Assert.Equal(["all: left Marija stopped", "dismiss Marija", "all: closed join-timeout", "stop"], late.RunOut(new RoomCommand.JoinTimeout())[^4..]);
        Assert.Equal(["all: left Marija stopped", "dismiss Marija", "all: closed stopped", "stop"], stopped.Do(new ConversationInput.Stop())[^4..]);
        Assert.Equal(["all: left Marija stopped", "dismiss Marija", "all: closed join-timeout", "stop"], givenUp.Do(new ConversationInput.GiveUp())[^4..]);
        Assert.All([late, stopped, givenUp], room => Assert.Equal(["Marija"], Joined(room)));
    }
}
