namespace Chatroom.Actors.Tests;

/// <summary>Who comes back by its ticket, to a room that lives or to one that was resumed.</summary>
public sealed class ConversationReturnTests
{
    [Fact]
    public void Who_comes_back_before_it_was_missed_listens_over_its_new_connection_only()
    {
        var room = Conversing.Talking();

        Assert.Equal(
            ["unwatch f", "watch new behind relay", "admit Felix over new", "new: welcome Felix 7 3", "new: missed 4-4"],
            room.Join("new", "Felix", lastSeen: 3, ticket: "of Felix", relay: "relay"));
        Assert.Equal(["stranger f"], room.Answer("f"));
        Assert.Empty(room.Die("f"));
        Assert.Equal(["all: said 1 Felix: ok"], room.Answer("new"));
    }

    [Fact]
    public void Who_was_noted_as_crashed_hears_of_its_own_return_from_what_it_missed()
    {
        var room = Conversing.Talking();
        room.Die("f");

        Assert.Equal(
            ["unwatch f", "watch new", "all: returned Felix", "admit Felix over new", "new: welcome Felix 7 6", "new: missed 5-6"],
            room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix"));
    }

    [Fact]
    public void Who_was_taken_for_dead_comes_back_over_the_same_connection()
    {
        var room = Conversing.Talking();
        room.Die("f");

        Assert.Equal(
            ["unwatch f", "watch f", "all: returned Felix", "admit Felix over f", "f: welcome Felix 7 6", "f: missed 6-6"],
            room.Join("f", "Felix", lastSeen: 5, ticket: "of Felix"));
    }

    [Fact]
    public void Who_has_said_bye_is_told_what_it_missed_and_does_not_listen_again()
    {
        var room = Conversing.Talking();
        room.Bye("f");

        Assert.Equal(["unwatch f", "watch new", "new: welcome Felix 7 3", "new: missed 5-5"], room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix"));
    }

    [Fact]
    public void Who_waits_for_its_turn_may_do_so_over_a_new_connection()
    {
        var room = Conversing.Opened(new RoomSettings { Order = SpeakingOrder.Roster });
        room.Join("f", "Felix", ticket: "of Felix");

        Assert.Equal(["unwatch f", "watch new", "new: queued Felix"], room.Join("new", "Felix", ticket: "of Felix"));
        Assert.Equal("admit Felix over new", room.Join("m", "Marija")[^4]);
    }

    [Fact]
    public void A_ticket_shown_by_who_has_seen_more_than_there_was_is_of_another_room()
    {
        var room = Conversing.Talking();

        Assert.Equal("new: welcome Felix 7 3", room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix")[^1]);
        Assert.Equal("x: turned away other-room", room.Join("x", "Felix", lastSeen: 5, ticket: "of Felix")[^1]);
    }

    [Fact]
    public void Who_shows_the_ticket_of_another_name_speaks_for_that_one_and_no_more_for_its_own()
    {
        var room = Conversing.Talking();
        room.Die("f");

        Assert.Equal("f: missed 1-5", room.Join("f", "Felix", ticket: "of Marija")[^1]);

        Assert.Equal("watch new", room.Join("new", "Felix", ticket: "of Felix")[0]);
        Assert.Equal(["all: said 1 Marija: ok"], room.Answer("f"));
    }

    [Fact]
    public void A_room_that_is_resumed_gives_its_time_limits_anew_and_waits_for_its_bots()
    {
        var room = Conversing.Talking(new RoomSettings { JoinTimeout = TimeSpan.FromSeconds(5) });

        Assert.Equal(["phase JoinTimeout in 5000 ms", "return in 5000 ms"], room.Before(2).Resume());
        Assert.Equal(["phase ReplyTimeout 1 in 30000 ms", "return in 5000 ms"], room.Before(4).Resume());
        room.RunOut(new RoomCommand.ReplyTimeout(1));
        Assert.Equal(["phase ClosingTimeout in 10000 ms", "return in 5000 ms"], room.Before(5).Resume());
    }

    [Fact]
    public void A_room_that_is_resumed_does_what_had_been_decided_and_not_written()
    {
        var room = Conversing.Talking().Before(3);

        Assert.Equal(
            ["phase ReplyTimeout 1 in 30000 ms", "return in 60000 ms", "phase ReplyTimeout 1 in 30000 ms", "all: suggested 1"], room.Resume());
        Assert.IsType<Suggested>(Assert.Single(room.Last.Events));
    }

    [Fact]
    public void A_room_that_was_closed_stops_when_it_is_resumed()
    {
        var room = Conversing.Opened();
        room.Do(new ConversationInput.Stop());

        Assert.Equal(["return in 60000 ms", "stop"], room.Before(2).Resume());
    }

    [Theory]
    [InlineData(2_000, 7_000)]
    [InlineData(9_000, 1)]
    [InlineData(20_000, 1)]
    public void The_time_limit_on_the_whole_goes_on_where_it_was(int passed, int left)
    {
        var room = Conversing.Opened(new RoomSettings { StopAfter = TimeSpan.FromSeconds(9) });
        room.Time = TimeSpan.FromSeconds(3);
        room.Join("m", "Marija");
        room.Join("f", "Felix");
        room.Time += TimeSpan.FromMilliseconds(passed);
        room.Answer("f");

        Assert.Equal($"stop TimeUp in {left} ms", room.Before(5).Resume()[1]);
    }

    [Fact]
    public void The_time_in_which_there_was_no_room_does_not_count()
    {
        var room = Conversing.Talking();
        room.Time = TimeSpan.FromSeconds(2);
        room.Answer("f");
        var resumed = room.Before(5);
        resumed.Time = TimeSpan.FromHours(1);
        resumed.Resume();
        resumed.Time += TimeSpan.FromSeconds(3);
        resumed.Join("m", "Marija", lastSeen: 5, ticket: "of Marija");

        resumed.Answer("m");

        Assert.Equal(5_000, resumed.Last.Events[0].T);
    }

    [Fact]
    public void Who_comes_back_to_a_room_that_was_resumed_goes_on_and_is_no_event()
    {
        var room = Conversing.Talking().Before(4);
        room.Resume();

        Assert.Equal(
            ["watch new", "admit Felix over new", "new: welcome Felix 7 3", "new: missed 4-4"], room.Join("new", "Felix", lastSeen: 3, ticket: "of Felix"));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void Who_does_not_come_back_in_time_is_noted_as_crashed_one_after_the_other()
    {
        var room = Conversing.Talking().Before(4);
        room.Resume();

        Assert.Equal(
            [
                "all: left Marija crashed", "dismiss Marija",
                "cancel all", "all: left Felix crashed", "dismiss Felix", "all: round 1: Marija crashed, Felix crashed",
                "all: closed abandoned", "stop",
            ],
            room.Do(new ConversationInput.ReturnTimeout()));
    }

    [Fact]
    public void Who_came_back_in_time_stays()
    {
        var room = Conversing.Talking().Before(4);
        room.Resume();
        room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix");

        Assert.Equal(["all: left Marija crashed", "dismiss Marija"], room.Do(new ConversationInput.ReturnTimeout()));
    }
}
