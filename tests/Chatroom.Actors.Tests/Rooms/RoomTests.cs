namespace Chatroom.Actors.Tests;

/// <summary>What the rules say about states and commands to which a conversation does not lead by itself.</summary>
public sealed class RoomTests
{
    private static readonly RoomState Unopened = new(new RoomSettings { Rounds = 2, StopText = "enough", StopBelow = 3 }, ["Felix", "Marija", "Rateb"]);

    private static readonly RoomState InRound1 = After(
        Unopened,
        new Opened(1, 0, "chatroom", "test", 7, Unopened.Roster, 2),
        new Joined(2, 0, "Felix", "local"),
        new Joined(3, 0, "Marija", "local"),
        new Joined(4, 0, "Rateb", "local"),
        new Suggested(5, 0, 1, new Suggestion("chill", "read", null, "Let's read!")));

    private static readonly RoomEvent TextSaid = new Said(6, 0, 1, "Felix", "enough", Late: false);
    private static readonly RoomEvent TooFew = new Left(7, 0, "Rateb", Leaving.Crashed);

    private static RoomState After(RoomState state, params RoomEvent[] events) => events.Aggregate(state, Room.Apply);

    [Fact]
    public void A_room_that_was_not_opened_does_nothing()
    {
        RoomCommand[] commands = [new RoomCommand.Join("Felix", "local"), new RoomCommand.Stop(), new RoomCommand.JoinTimeout()];

        Assert.All(commands, command => Assert.Empty(Room.Decide(Unopened, command, 0)));
    }

    [Fact]
    public void Nobody_joins_a_room_that_does_not_gather()
    {
        Assert.Empty(Room.Decide(InRound1, new RoomCommand.Join("Felix", "local"), 0));
    }

    [Fact]
    public void Nothing_is_suggested_while_a_round_is_open()
    {
        Assert.Empty(Room.Decide(InRound1, new RoomCommand.Suggest(new Suggestion("chill", "read", null, "Let's write!")), 0));
    }

    [Fact]
    public void The_first_rule_that_hits_a_round_is_the_reason_when_another_one_hits_it()
    {
        Assert.Equal(CloseReason.TextSaid, After(InRound1, TextSaid, TooFew).Stop);
        Assert.Equal(CloseReason.TooFew, After(InRound1, TooFew, TextSaid).Stop);
    }

    [Fact]
    public void A_rule_that_has_hit_a_round_is_the_reason_when_the_round_ends_by_its_timeout()
    {
        var closed = Assert.IsType<RoundClosed>(Assert.Single(Room.Decide(After(InRound1, TextSaid), new RoomCommand.ReplyTimeout(1), 0)));

        Assert.Equal(CloseReason.TextSaid, closed.Stop);
    }

    [Fact]
    public void A_rule_does_not_hit_while_no_round_is_open()
    {
        var closed = After(InRound1, new RoundClosed(6, 0, 1, []));

        Assert.Null(After(closed, TextSaid).Stop);
        Assert.Null(After(closed, TooFew).Stop);
    }

    [Fact]
    public void The_round_in_which_a_bot_caught_up_last_is_known_after_an_answer_in_time()
    {
        var state = After(
            InRound1,
            new RoundClosed(6, 0, 1, []),
            new Suggested(7, 0, 2, new Suggestion("chill", "read", null, "Let's read!")),
            new Said(8, 0, 1, "Felix", "sorry", Late: true),
            new Said(9, 0, 2, "Felix", "yes", Late: false));

        Assert.Equal(2, state.Find("Felix")?.CaughtUpIn);
    }

    [Fact]
    public void It_is_the_turn_of_all_up_to_the_first_one_that_is_not_done()
    {
        var state = After(InRound1, new Said(6, 0, 1, "Felix", "yes", Late: false));

        Assert.Equal(["Felix", "Marija"], state.Roster.Where(state.HasTurn));
    }
}
