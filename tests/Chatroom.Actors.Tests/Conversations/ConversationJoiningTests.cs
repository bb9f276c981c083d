namespace Chatroom.Actors.Tests;

/// <summary>Who comes in, who waits, who is turned away, and what each is told over which connection.</summary>
public sealed class ConversationJoiningTests
{
    private static readonly RoomSettings InOrder = new() { Order = SpeakingOrder.Roster };

    [Fact]
    public void An_open_room_waits_so_long_for_its_bots()
    {
        var room = new Conversing(new RoomSettings { JoinTimeout = TimeSpan.FromSeconds(5) }, "Felix");

        Assert.Equal(["phase JoinTimeout in 5000 ms", "all: opened"], room.Do(new ConversationInput.Open("test")));
        Assert.Equal(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1), Assert.Single(room.Last.Events));
    }

    [Fact]
    public void A_joiner_is_watched_and_hears_nothing_until_it_is_welcome()
    {
        Assert.Equal(
            ["watch f", "all: joined Felix", "admit Felix over f", "f: welcome Felix 7 2", "f: missed 1-2"],
            Conversing.Opened().Join("f", "Felix"));
    }

    [Fact]
    public void The_last_joiner_is_welcomed_between_its_join_and_the_suggestion()
    {
        var room = Conversing.Opened();
        room.Join("f", "Felix");

        Assert.Equal(
            [
                "watch m behind relay", "phase ReplyTimeout 1 in 30000 ms",
                "all: joined Marija", "admit Marija over m", "m: welcome Marija 7 3", "m: missed 1-3", "all: suggested 1",
            ],
            room.Join("m", "Marija", relay: "relay"));
    }

    [Fact]
    public void The_host_looks_at_all_that_happened_before_it_suggests()
    {
        Assert.Equal("1 after 3?", Conversing.Talking().State.History.OfType<Suggested>().Single().Suggestion.Text);
    }

    [Fact]
    public void A_time_limit_on_the_whole_begins_with_the_first_suggestion()
    {
        var room = Conversing.Opened(new RoomSettings { Rounds = 2, StopAfter = TimeSpan.FromSeconds(9) });
        room.Join("m", "Marija");

        Assert.Equal(["phase ReplyTimeout 1 in 30000 ms", "stop TimeUp in 9000 ms"], room.Join("f", "Felix")[1..3]);
        room.Answer("m");
        Assert.Equal(["phase ReplyTimeout 2 in 30000 ms", "all: said 1 Felix: ok"], room.Answer("f")[..2]);
    }

    [Fact]
    public void Who_is_in_and_asks_again_is_told_again_what_it_has_not_seen()
    {
        var room = Conversing.Talking();

        Assert.Equal(["f: welcome Felix 7 3", "f: missed 3-4"], room.Join("f", "Felix", lastSeen: 2));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void Who_is_refused_stays_watched_and_is_told_the_same_again()
    {
        var room = Conversing.Opened();
        room.Join("f", "Felix");

        Assert.Equal(["watch x", "all: refused Felix name-taken", "x: turned away name-taken"], room.Join("x", "Felix"));
        Assert.Equal(["x: turned away name-taken"], room.Join("x", "Marija"));
    }

    [Fact]
    public void Who_was_refused_and_died_is_forgotten()
    {
        var room = Conversing.Opened();
        room.Join("x", "Zed");

        Assert.Empty(room.Die("x"));
        Assert.Equal("x: turned away unknown-name", room.Join("x", "Zed")[^1]);
        Assert.Single(room.Last.Events);
    }

    [Fact]
    public void With_order_who_is_early_waits_and_is_told_so()
    {
        var room = Conversing.Opened(InOrder);

        Assert.Equal(["watch f", "f: queued Felix"], room.Join("f", "Felix"));
        Assert.Equal(["f: queued Felix"], room.Join("f", "Felix"));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void With_order_who_waited_is_welcomed_over_its_own_connection_when_its_turn_comes()
    {
        var room = Conversing.Opened(InOrder);
        room.Join("f", "Felix");

        Assert.Equal(
            [
                "watch m", "phase ReplyTimeout 1 in 30000 ms",
                "all: joined Marija", "admit Marija over m", "m: welcome Marija 7 2", "m: missed 1-2",
                "all: joined Felix", "admit Felix over f", "f: welcome Felix 7 3", "f: missed 1-3",
                "all: suggested 1",
            ],
            room.Join("m", "Marija"));
    }

    [Fact]
    public void With_order_who_waits_and_dies_was_never_there()
    {
        var room = Conversing.Opened(InOrder);
        room.Join("f", "Felix");

        Assert.Empty(room.Die("f"));
        Assert.Equal(["watch g", "g: queued Felix"], room.Join("g", "Felix"));
    }

    [Fact]
    public void With_order_who_waits_for_a_room_that_never_fills_is_told_nothing()
    {
        var room = Conversing.Opened(InOrder);
        room.Join("f", "Felix");

        Assert.Equal(
            ["cancel all", "all: joined Felix", "all: left Felix stopped", "dismiss Felix", "all: closed join-timeout", "stop"],
            room.RunOut(new RoomCommand.JoinTimeout()));
    }

    [Fact]
    public void With_order_an_answer_of_who_waits_to_come_in_is_dropped()
    {
        var room = Conversing.Opened(InOrder);
        room.Join("f", "Felix");

        Assert.Empty(room.Answer("f"));
        Assert.Equal(["f: queued Felix"], room.Join("f", "Felix"));
    }

    [Fact]
    public void A_room_that_will_not_fill_is_given_up()
    {
        var room = Conversing.Opened();
        room.Join("f", "Felix");

        Assert.Equal(
            ["cancel all", "all: left Felix stopped", "dismiss Felix", "all: closed join-timeout", "stop"],
            room.Do(new ConversationInput.GiveUp()));
    }

    [Fact]
    public void A_room_that_has_not_opened_or_is_closed_hears_no_join()
    {
        var room = new Conversing(null, "Felix");
        Assert.Equal(["watch f"], room.Join("f", "Felix"));

        room.Do(new ConversationInput.Open("test"));
        room.Do(new ConversationInput.Stop());
        room.Join("f", "Felix");
        Assert.Empty(room.Last.Events);
    }
}
