namespace Chatroom.Actors.Tests;

/// <summary>Bots whose node can't be reached for a while.</summary>
public sealed class ConversationAwayTests
{
    private readonly Conversing _room = Conversing.Talking(new RoomSettings { Rounds = 2 });

    [Fact]
    public void Who_cannot_be_reached_is_awaited_and_nothing_is_noted()
    {
        Assert.Equal(["away Felix in 60000 ms"], _room.Vanish("f"));

        Assert.Equal(["all: said 1 Marija: ok"], _room.Answer("m"));
        Assert.True(_room.State.Room.RoundOpen);
    }

    [Fact]
    public void Who_comes_back_goes_on_as_if_nothing_had_been()
    {
        _room.Vanish("f");
        _room.Answer("m");

        Assert.Equal(
            ["unwatch f", "cancel away Felix", "watch new", "admit Felix over new", "new: welcome Felix 7 3", "new: missed 5-5"],
            _room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix"));
        Assert.Equal(["all: said 1 Felix: ok", "all: round 1: Marija answered, Felix answered"], Published(_room.Answer("new"))[..2]);
    }

    [Fact]
    public void Who_can_be_reached_again_over_the_same_connection_is_back()
    {
        _room.Vanish("f");

        Assert.Equal(["unwatch f", "cancel away Felix", "watch f", "admit Felix over f", "f: welcome Felix 7 3"], _room.Join("f", "Felix", lastSeen: 4, ticket: "of Felix"));
        Assert.False(_room.State.IsAway("Felix"));
    }

    [Fact]
    public void Who_is_heard_although_it_cannot_be_reached_is_awaited_anew()
    {
        _room.Vanish("f");

        Assert.Equal(["away Felix in 60000 ms", "all: said 1 Felix: ok"], _room.Answer("f"));
    }

    [Fact]
    public void Who_stays_away_until_its_patience_is_over_has_crashed()
    {
        _room.Vanish("f");
        _room.Answer("m");

        Assert.Equal(
            ["all: left Felix crashed", "all: round 1: Marija answered, Felix crashed", "all: suggested 2"],
            Published(_room.Do(new ConversationInput.AwayTimeout("Felix"))));
    }

    [Fact]
    public void Each_is_awaited_for_as_long_as_it_said()
    {
        var room = Conversing.Opened();
        room.Join("m", "Marija", ticket: "of Marija", patience: TimeSpan.FromSeconds(5));
        room.Join("f", "Felix", ticket: "of Felix", patience: TimeSpan.FromSeconds(20));

        Assert.Equal(["away Felix in 20000 ms"], room.Vanish("f"));
        Assert.Equal(["away Marija in 5000 ms"], room.Vanish("m"));
        Assert.Equal(["all: left Marija crashed"], Published(room.Do(new ConversationInput.AwayTimeout("Marija"))));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3_600_000, "away Felix in 600000 ms")]
    public void Nobody_is_awaited_without_patience_or_for_more_than_ten_minutes(int patience, string? awaited)
    {
        var room = Conversing.Opened();
        room.Join("m", "Marija", ticket: "of Marija");
        room.Join("f", "Felix", ticket: "of Felix", patience: TimeSpan.FromMilliseconds(patience));

        Assert.Equal(awaited, room.Vanish("f").FirstOrDefault(effect => effect.StartsWith("away", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_has_no_ticket_cannot_come_back_and_is_not_awaited()
    {
        var room = Conversing.Opened();
        room.Join("m", "Marija");
        room.Join("f", "Felix");

        Assert.Contains("all: left Felix crashed", room.Vanish("f"));
    }

    [Fact]
    public void Who_dies_on_a_node_that_lives_is_not_awaited() => Assert.Contains("all: left Felix crashed", _room.Die("f"));

    [Fact]
    public void Who_vanishes_while_the_room_gathers_gives_its_name_back()
    {
        var room = Conversing.Opened();
        room.Join("f", "Felix", ticket: "of Felix");

        Assert.Contains("all: left Felix crashed", room.Vanish("f"));
        Assert.Contains("Felix", room.State.Room.Missing);
    }

    [Fact]
    public void Who_is_away_at_the_end_of_a_round_was_silent_and_is_awaited_in_the_next()
    {
        _room.Vanish("f");
        _room.Answer("m");

        Assert.Equal(
            ["all: round 1: Marija answered, Felix silent", "all: suggested 2"], Published(_room.RunOut(new RoomCommand.ReplyTimeout(1))));
        _room.Answer("m", round: 2);
        Assert.True(_room.State.Room.RoundOpen);
    }

    [Fact]
    public void A_round_whose_time_runs_out_while_all_are_away_goes_on_when_one_is_back()
    {
        _room.Vanish("f");
        _room.Vanish("m");

        Assert.Empty(_room.RunOut(new RoomCommand.ReplyTimeout(1)));

        Assert.Contains("phase ReplyTimeout 1 in 30000 ms", _room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix"));
        Assert.DoesNotContain("phase ReplyTimeout 1 in 30000 ms", _room.Join("again", "Marija", lastSeen: 4, ticket: "of Marija"));
    }

    [Fact]
    public void A_room_to_which_nobody_can_come_back_is_abandoned()
    {
        _room.Vanish("f");
        _room.Vanish("m");
        _room.RunOut(new RoomCommand.ReplyTimeout(1));
        Assert.Equal(["all: left Marija crashed"], Published(_room.Do(new ConversationInput.AwayTimeout("Marija"))));

        Assert.Equal(
            ["all: left Felix crashed", "all: round 1: Marija crashed, Felix crashed", "all: closed abandoned"],
            Published(_room.Do(new ConversationInput.AwayTimeout("Felix"))));
    }

    [Fact]
    public void Who_is_away_is_not_taken_back_without_its_ticket()
    {
        _room.Vanish("f");

        Assert.Empty(_room.Join("f", "Felix", lastSeen: 4));
        Assert.True(_room.State.IsAway("Felix"));
    }

    [Fact]
    public void A_round_whose_time_runs_out_before_anybody_is_back_in_a_resumed_room_goes_on()
    {
        var room = Conversing.Talking().Before(4);
        room.Resume();

        Assert.Empty(room.RunOut(new RoomCommand.ReplyTimeout(1)));
        Assert.Contains("phase ReplyTimeout 1 in 30000 ms", room.Join("new", "Felix", lastSeen: 4, ticket: "of Felix"));
    }

    [Fact]
    public void Who_is_away_and_whose_process_has_ended_has_crashed()
    {
        _room.Vanish("f");

        Assert.Contains("all: left Felix crashed", _room.Do(new ConversationInput.ProcessEnd("Felix")));
    }

    [Fact]
    public void Whose_process_has_ended_may_still_be_heard_and_is_not_awaited_afterwards()
    {
        Assert.Empty(_room.Do(new ConversationInput.ProcessEnd("Felix")));
        Assert.Equal(["all: said 1 Felix: ok"], _room.Answer("f"));

        Assert.Contains("all: left Felix crashed", _room.Vanish("f"));
    }

    [Fact]
    public void Who_is_away_when_the_last_bots_are_stopped_has_crashed()
    {
        var room = Conversing.Talking();
        room.Answer("m");
        room.Answer("f");
        room.Vanish("f");

        Assert.Equal(
            ["all: left Felix crashed", "all: left Marija stopped", "all: closed completed"], Published(room.RunOut(new RoomCommand.ClosingTimeout())));
    }

    [Fact]
    public void Who_has_not_come_back_to_a_resumed_room_when_the_last_bots_are_stopped_has_crashed()
    {
        var room = Conversing.Talking();
        room.Answer("m");
        room.Answer("f");
        var resumed = room.Before(room.State.History.Count);
        resumed.Resume();
        resumed.Join("m", "Marija", lastSeen: 7, ticket: "of Marija");

        Assert.Equal(
            ["all: left Felix crashed", "all: left Marija stopped", "all: closed completed"], Published(resumed.RunOut(new RoomCommand.ClosingTimeout())));
    }

    [Fact]
    public void Who_has_not_come_back_to_a_resumed_room_that_did_not_fill_has_crashed()
    {
        var resumed = Conversing.Talking().Before(2);
        resumed.Resume();

        Assert.Equal(["all: left Marija crashed", "all: closed join-timeout"], Published(resumed.RunOut(new RoomCommand.JoinTimeout())));
    }

    [Fact]
    public void To_give_up_a_room_that_talks_already_changes_nothing()
    {
        _room.Vanish("f");

        Assert.Empty(_room.Do(new ConversationInput.GiveUp()));
    }

    private static string[] Published(string[] effects) =>
        [.. effects.Where(effect => effect.StartsWith("all: ", StringComparison.Ordinal) && effect != "all: over")];
}
