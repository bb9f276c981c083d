namespace Chatroom.Actors.Tests;

/// <summary>What comes of answers, of Bye, of deaths and of time limits, and who hears of it.</summary>
public sealed class ConversationTalkingTests
{
    [Fact]
    public void An_answer_is_told_to_all()
    {
        var room = Conversing.Talking();
        room.Time = TimeSpan.FromMilliseconds(250);

        Assert.Equal(["all: said 1 Felix: ok"], room.Answer("f"));
        Assert.Equal(new Said(5, 250, 1, "Felix", "ok", Late: false), Assert.Single(room.Last.Events));
        Assert.Equal(room.State, room.Last.Next);
    }

    [Fact]
    public void An_answer_that_comes_again_is_told_to_its_author_again()
    {
        var room = Conversing.Talking(new RoomSettings { Rounds = 2 });
        room.Answer("f");
        room.Answer("m");
        room.Answer("f", "no", round: 2);

        Assert.Equal(["f: again said 1 Felix: ok"], room.Answer("f", "no", round: 1));
        Assert.Equal(["f: again said 2 Felix: no"], room.Answer("f", "ok", round: 2));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void A_stranger_is_only_noted()
    {
        var room = Conversing.Talking();

        Assert.Equal(["stranger x"], room.Answer("x"));
        Assert.Equal(["stranger x"], room.Bye("x"));
        Assert.Empty(room.Die("x"));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void After_a_round_the_next_has_a_time_limit_of_its_own()
    {
        var room = Conversing.Talking(new RoomSettings { Rounds = 2, ReplyTimeout = TimeSpan.FromSeconds(4) });
        room.Answer("f");

        Assert.Equal(
            ["phase ReplyTimeout 2 in 4000 ms", "all: said 1 Marija: ok", "all: round 1: Marija answered, Felix answered", "all: suggested 2"],
            room.Answer("m"));
    }

    [Fact]
    public void After_the_last_round_all_are_told_that_it_is_over_and_have_so_long_to_go()
    {
        var room = Conversing.Talking(new RoomSettings { ClosingTimeout = TimeSpan.FromSeconds(2) });
        room.Answer("f");

        Assert.Equal(
            ["cancel stop", "phase ClosingTimeout in 2000 ms", "all: said 1 Marija: ok", "all: round 1: Marija answered, Felix answered", "all: over"],
            room.Answer("m"));
        Assert.Equal(["f: welcome Felix 7 3", "f: missed 7-7", "f: over"], room.Join("f", "Felix", lastSeen: 6));
    }

    [Fact]
    public void A_bye_is_told_to_all_its_author_included_who_hears_nothing_more()
    {
        var room = Conversing.Talking();

        Assert.Equal(["all: left Felix bye", "dismiss Felix"], room.Bye("f"));
    }

    [Fact]
    public void A_bye_that_comes_again_is_told_to_its_author_again()
    {
        var room = Conversing.Talking();
        room.Bye("f");
        room.Answer("m");

        Assert.Equal(["f: again left Felix bye"], room.Bye("f"));
        Assert.Empty(room.Last.Events);
    }

    [Fact]
    public void The_room_stops_when_all_have_said_bye()
    {
        var room = Conversing.Talking();
        room.Answer("f");
        room.Answer("m");
        room.Bye("f");

        Assert.Equal(["cancel all", "all: left Marija bye", "dismiss Marija", "all: closed completed", "stop"], room.Bye("m"));
    }

    [Fact]
    public void Who_dies_is_noted_as_crashed_and_the_round_may_end()
    {
        var room = Conversing.Talking(new RoomSettings { Rounds = 2 });
        room.Answer("m");

        Assert.Equal(
            [
                "phase ReplyTimeout 2 in 30000 ms",
                "all: left Felix crashed", "dismiss Felix", "all: round 1: Marija answered, Felix crashed", "all: suggested 2",
            ],
            room.Die("f"));
    }

    [Fact]
    public void The_death_of_who_has_gone_is_no_event()
    {
        var room = Conversing.Talking();
        room.Bye("f");

        Assert.Empty(room.Die("f"));
    }

    [Fact]
    public void A_time_limit_ends_the_round_that_it_was_set_for()
    {
        var room = Conversing.Talking();

        Assert.Empty(room.RunOut(new RoomCommand.ReplyTimeout(2)));
        Assert.Equal(
            ["cancel stop", "phase ClosingTimeout in 10000 ms", "all: round 1: Marija silent, Felix silent", "all: over"],
            room.RunOut(new RoomCommand.ReplyTimeout(1)));
        Assert.Equal(
            ["cancel all", "all: left Marija stopped", "dismiss Marija", "all: left Felix stopped", "dismiss Felix", "all: closed completed", "stop"],
            room.RunOut(new RoomCommand.ClosingTimeout()));
    }

    [Fact]
    public void A_room_that_is_stopped_lets_all_go_and_does_not_say_that_it_is_over()
    {
        Assert.Equal(
            ["cancel all", "all: left Marija stopped", "dismiss Marija", "all: left Felix stopped", "dismiss Felix", "all: closed stopped", "stop"],
            Conversing.Talking().Do(new ConversationInput.Stop()));
    }

    [Fact]
    public void A_room_that_all_have_left_in_a_round_closes_without_a_word_about_the_end()
    {
        var room = Conversing.Talking();
        room.Die("f");

        Assert.Equal(
            [
                "cancel all", "all: left Marija crashed", "dismiss Marija", "all: round 1: Marija crashed, Felix crashed",
                "all: closed abandoned", "stop",
            ],
            room.Die("m"));
    }

    [Fact]
    public void With_order_an_answer_before_its_turn_is_told_with_the_one_before_it()
    {
        var room = Conversing.Talking(new RoomSettings { Order = SpeakingOrder.Roster });

        Assert.Empty(room.Answer("f"));
        Assert.Equal(["all: said 1 Marija: ok", "all: said 1 Felix: ok"], room.Answer("m")[2..4]);
    }

    [Fact]
    public void With_order_an_answer_that_is_repeated_before_its_turn_is_kept_once()
    {
        var room = Conversing.Talking(new RoomSettings { Order = SpeakingOrder.Roster });
        room.Answer("f", "one");
        room.Answer("f", "two");

        Assert.Equal([new RoomCommand.Answer("Felix", 1, "one")], room.State.Held["Felix"]);
    }

    [Fact]
    public void What_is_decided_does_not_count_before_the_next_state_is_taken()
    {
        var room = Conversing.Talking();
        var before = room.State;
        room.Answer("f");

        Assert.Equal(4, before.History.Count);
        Assert.Equal(RoomPhase.Talking, before.Room.Phase);
        Assert.Empty(before.Room.Find("Felix")!.Answered);
    }

    [Fact]
    public void An_unknown_input_is_told()
    {
        var error = Assert.Throws<System.Diagnostics.UnreachableException>(() => Conversing.Talking().Do(new Unknown()));

        Assert.Contains(nameof(Unknown), error.Message, StringComparison.Ordinal);
    }

    private sealed record Unknown : ConversationInput;
}
