namespace Chatroom.Actors.Tests;

public sealed class StopRuleTests
{
    private static readonly ValueList<string> Three = ["Marija", "Felix", "Rateb"];

    private static Chat Talking(RoomSettings settings) => Chat.Talking(settings with { Rounds = 3 }, Three);

    [Fact]
    public void A_round_closes_when_so_many_have_answered_as_the_quorum_says()
    {
        var chat = Talking(new RoomSettings { Quorum = 2 }).Answer("Rateb").Answer("Marija");

        Assert.Equal(["said 1 Rateb: ok", "said 1 Marija: ok", "round 1: Marija answered, Felix silent, Rateb answered", "suggested 2"], chat.New());
    }

    [Fact]
    public void An_answer_after_the_quorum_is_late()
    {
        var chat = Talking(new RoomSettings { Quorum = 2 }).Answer("Rateb").Answer("Marija");
        chat.New();

        Assert.Equal(["said 1 Felix: at last (late)"], chat.Answer("Felix", "at last", round: 1).New());
    }

    [Fact]
    public void A_late_answer_does_not_count_towards_the_quorum_of_the_round_that_is_open()
    {
        var chat = Talking(new RoomSettings { Quorum = 2 }).Answer("Rateb").Answer("Marija").Answer("Felix", round: 1);

        Assert.True(chat.Answer("Rateb").State is { Round: 2, RoundOpen: true });
    }

    [Fact]
    public void With_the_rosters_order_a_quorum_lets_go_who_waits_for_its_turn()
    {
        var chat = Talking(new RoomSettings { Quorum = 2, Order = SpeakingOrder.Roster }).Answer("Rateb");
        Assert.Empty(chat.New());

        chat.Answer("Felix");

        Assert.Equal(["said 1 Felix: ok", "said 1 Rateb: ok", "round 1: Marija silent, Felix answered, Rateb answered", "suggested 2"], chat.New());
    }

    [Fact]
    public void A_text_that_is_said_ends_the_conversation_with_the_round()
    {
        var chat = Talking(new RoomSettings { StopText = "enough" }).Answer("Rateb", "That's ENOUGH now.");

        Assert.Equal(["said 1 Rateb: That's ENOUGH now.", "round 1: Marija silent, Felix silent, Rateb answered"], chat.New());
        Assert.Equal(CloseReason.TextSaid, Assert.IsType<RoundClosed>(chat.History[^1]).Stop);
        Assert.Equal("closed text-said", chat.Bye("Rateb").Bye("Felix").Bye("Marija").New()[^1]);
    }

    [Fact]
    public void A_late_answer_may_be_the_one_that_ends_it()
    {
        var chat = Talking(new RoomSettings { StopText = "enough" }).Do(new RoomCommand.ReplyTimeout(1)).Answer("Rateb", "enough", round: 1);

        Assert.Equal("round 2: Marija silent, Felix silent, Rateb late", chat.New()[^1]);
    }

    [Fact]
    public void After_the_last_round_nothing_that_is_said_changes_the_reason()
    {
        var chat = Chat.Talking(new RoomSettings { StopText = "enough" }, Three).Do(new RoomCommand.ReplyTimeout(1)).Answer("Rateb", "enough", round: 1);

        Assert.Equal("closed completed", chat.Do(new RoomCommand.ClosingTimeout()).New()[^1]);
    }

    [Fact]
    public void When_its_time_is_up_the_round_closes_with_whoever_answered()
    {
        var chat = Talking(new RoomSettings { StopAfter = TimeSpan.FromSeconds(5) }).Answer("Felix").Do(new RoomCommand.TimeUp());

        Assert.Equal(["said 1 Felix: ok", "round 1: Marija silent, Felix answered, Rateb silent"], chat.New());
        Assert.Equal("closed time-up", chat.Do(new RoomCommand.ClosingTimeout()).New()[^1]);
    }

    [Fact]
    public void When_fewer_are_left_than_it_takes_the_conversation_ends()
    {
        var chat = Talking(new RoomSettings { StopBelow = 2 }).Lost("Felix");
        Assert.Equal(["left Felix crashed"], chat.New());

        chat.Bye("Rateb");

        Assert.Equal(["left Rateb bye", "round 1: Marija silent, Felix crashed, Rateb left"], chat.New());
        Assert.Equal(["left Marija bye", "closed too-few"], chat.Bye("Marija").New());
    }

    [Fact]
    public void The_first_rule_that_hits_is_the_reason()
    {
        var chat = Talking(new RoomSettings { StopText = "enough", StopBelow = 3 }).Answer("Felix", "enough").Lost("Rateb");

        Assert.Equal("closed text-said", chat.Bye("Felix").Bye("Marija").New()[^1]);
    }

    [Fact]
    public void A_rule_that_hits_while_the_room_gathers_does_nothing()
    {
        var chat = new Chat(new RoomSettings { StopBelow = 3 }, Three).Join("Felix").Lost("Felix").Do(new RoomCommand.TimeUp());

        Assert.Equal(["joined Felix", "left Felix crashed"], chat.New());
    }

    [Theory]
    [InlineData(CloseReason.TextSaid, "The chatroom is closed: the text that ends it was said.")]
    [InlineData(CloseReason.TimeUp, "The chatroom is closed: its time is up.")]
    [InlineData(CloseReason.TooFew, "The chatroom is closed: too few were left.")]
    public void People_are_told_the_reason(CloseReason reason, string line)
    {
        Assert.Equal([line], RoomText.Lines([new Closed(9, 0, reason)], addresses: false));
    }
}
