namespace Chatroom.Actors.Tests;

public sealed class TalkingTests
{
    [Fact]
    public void A_full_room_refuses_another_name()
    {
        Assert.Equal(["refused Zed room-full"], Chat.Talking().Join("Zed").New());
    }

    [Fact]
    public void A_full_room_refuses_who_has_no_wish()
    {
        Assert.Equal(["refused anyone room-full"], Chat.Talking().Join(null, "x").New());
    }

    [Fact]
    public void A_duplicate_is_told_so_in_a_full_room_too()
    {
        Assert.Equal(["refused Felix name-taken"], Chat.Talking().Join("Felix", "another").New());
    }

    [Fact]
    public void A_name_does_not_become_free_once_the_room_talks()
    {
        Assert.Equal(["left Felix crashed", "refused Felix room-closed"], Chat.Talking().Lost("Felix").Join("Felix", "another").New());
    }

    [Fact]
    public void An_answer_is_passed_on()
    {
        Assert.Equal(["said 1 Rateb: why not"], Chat.Talking().Answer("Rateb", "why not").New());
    }

    [Fact]
    public void An_answer_becomes_one_line()
    {
        Assert.Equal(["said 1 Rateb: why  not"], Chat.Talking().Answer("Rateb", "why\r\nnot").New());
    }

    [Fact]
    public void A_second_answer_to_the_same_round_is_dropped()
    {
        Assert.Equal(["said 1 Rateb: yes"], Chat.Talking().Answer("Rateb", "yes").Answer("Rateb", "no").New());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void An_answer_to_a_round_that_has_not_been_is_dropped(int round)
    {
        Assert.Empty(Chat.Talking().Answer("Rateb", "yes", round).New());
    }

    [Fact]
    public void An_answer_of_a_stranger_is_dropped()
    {
        Assert.Empty(Chat.Talking().Answer("Zed").New());
    }

    [Fact]
    public void An_answer_of_one_who_has_gone_is_dropped()
    {
        Assert.Equal(["left Rateb crashed"], Chat.Talking().Lost("Rateb").Answer("Rateb").New());
    }

    [Fact]
    public void The_round_closes_when_all_have_answered()
    {
        var chat = Chat.Talking().Answer("Rateb").Answer("Felix").Answer("Marija").Answer("Madelen");

        Assert.Equal("round 1: Marija answered, Felix answered, Madelen answered, Rateb answered", chat.New()[^1]);
        Assert.Equal(RoomPhase.Closing, chat.State.Phase);
    }

    [Fact]
    public void The_next_round_opens_when_one_closes()
    {
        var chat = Chat.Talking(rounds: 2, roster: ["Felix"]).Answer("Felix");

        Assert.Equal(["said 1 Felix: ok", "round 1: Felix answered", "suggested 2"], chat.New());
    }

    [Fact]
    public void A_silent_one_does_not_stop_the_room()
    {
        var chat = Chat.Talking().Answer("Rateb").Answer("Felix").Answer("Marija").Do(new RoomCommand.ReplyTimeout(1));

        Assert.Equal("round 1: Marija answered, Felix answered, Madelen silent, Rateb answered", chat.New()[^1]);
    }

    [Fact]
    public void A_crashed_one_does_not_stop_the_room()
    {
        var chat = Chat.Talking().Answer("Rateb").Lost("Felix").Answer("Marija").Answer("Madelen");

        Assert.Equal("round 1: Marija answered, Felix crashed, Madelen answered, Rateb answered", chat.New()[^1]);
    }

    [Fact]
    public void The_last_one_awaited_may_be_the_one_that_crashes()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Answer("Rateb").Lost("Felix");

        Assert.Equal(["said 1 Rateb: ok", "left Felix crashed", "round 1: Felix crashed, Rateb answered"], chat.New());
    }

    [Fact]
    public void Who_walks_out_is_not_awaited()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Bye("Felix").Answer("Rateb");

        Assert.Equal(["left Felix bye", "said 1 Rateb: ok", "round 1: Felix left, Rateb answered"], chat.New());
    }

    [Fact]
    public void Who_answers_and_then_crashes_has_answered()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Answer("Felix").Lost("Felix").Answer("Rateb");

        Assert.Equal("round 1: Felix answered, Rateb answered", chat.New()[^1]);
    }

    [Fact]
    public void Who_is_gone_stays_gone_in_later_rounds()
    {
        var chat = Chat.Talking(rounds: 2, roster: ["Felix", "Rateb"]).Lost("Felix").Answer("Rateb").Answer("Rateb");

        Assert.Equal("round 2: Felix crashed, Rateb answered", chat.New()[^1]);
    }

    [Fact]
    public void A_room_that_everybody_left_is_abandoned()
    {
        var chat = Chat.Talking(rounds: 3, roster: ["Felix", "Rateb"]).Lost("Felix").Bye("Rateb");

        Assert.Equal(["left Felix crashed", "left Rateb bye", "round 1: Felix crashed, Rateb left", "closed abandoned"], chat.New());
    }

    [Fact]
    public void Nobody_is_lost_twice()
    {
        Assert.Equal(["left Felix crashed"], Chat.Talking().Lost("Felix").Lost("Felix").Bye("Felix").New());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("\a\u001b")]
    public void Who_says_nothing_but_blanks_has_said_nothing(string text)
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Answer("Felix", text);

        Assert.Empty(chat.New());
        Assert.Equal(["said 1 Felix: ok"], chat.Answer("Felix").New());
    }

    [Fact]
    public void A_timeout_of_an_earlier_round_changes_nothing()
    {
        var chat = Chat.Talking(rounds: 2, roster: ["Felix"]).Answer("Felix");
        chat.New();

        Assert.Empty(chat.Do(new RoomCommand.ReplyTimeout(1)).New());
    }

    [Fact]
    public void A_late_answer_is_passed_on_and_marked()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Answer("Rateb").Do(new RoomCommand.ReplyTimeout(1));
        chat.New();

        Assert.Equal(["said 1 Felix: sorry (late)"], chat.Answer("Felix", "sorry", round: 1).New());
    }

    [Fact]
    public void A_late_answer_is_given_once()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Do(new RoomCommand.ReplyTimeout(1)).Answer("Felix", "sorry", 1);
        chat.New();

        Assert.Empty(chat.Answer("Felix", "sorry", 1).New());
    }

    [Fact]
    public void Who_lags_a_round_behind_is_late_not_silent()
    {
        var chat = Chat.Talking(rounds: 2, roster: ["Felix", "Rateb"]);
        chat.Do(new RoomCommand.ReplyTimeout(1)).Answer("Felix", "about Oslo", 1).Do(new RoomCommand.ReplyTimeout(2));

        Assert.Equal("round 2: Felix late, Rateb silent", chat.New()[^1]);
    }

    [Fact]
    public void Who_was_late_in_one_round_may_be_silent_in_the_next()
    {
        var chat = Chat.Talking(rounds: 3, roster: ["Felix", "Rateb"]);
        chat.Do(new RoomCommand.ReplyTimeout(1)).Answer("Felix", "about Oslo", 1).Do(new RoomCommand.ReplyTimeout(2)).Do(new RoomCommand.ReplyTimeout(3));

        Assert.Equal("round 3: Felix silent, Rateb silent", chat.New()[^1]);
    }

    [Fact]
    public void The_round_that_a_stop_ended_has_no_timeout_any_more()
    {
        var chat = Chat.Talking().Do(new RoomCommand.Stop());
        chat.New();

        Assert.Empty(chat.Do(new RoomCommand.ReplyTimeout(1)).Do(new RoomCommand.TimeUp()).New());
    }

    [Fact]
    public void Being_told_to_stop_ends_it_at_once()
    {
        var chat = Chat.Talking(roster: ["Felix", "Rateb"]).Do(new RoomCommand.Stop());

        Assert.Equal(["left Felix stopped", "left Rateb stopped", "closed stopped"], chat.New());
    }
}
