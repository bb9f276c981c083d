namespace Chatroom.Actors.Tests;

public sealed class RosterOrderTests
{
    private static readonly ValueList<string> Three = ["Marija", "Felix", "Rateb"];

    [Fact]
    public void An_early_join_waits_for_those_before_it()
    {
        var chat = new Chat(SpeakingOrder.Roster, roster: Three).Join("Felix");

        Assert.Empty(chat.New());
        Assert.True(chat.IsHeld("Felix"));
        Assert.Equal(["joined Marija", "joined Felix"], chat.Join("Marija").New());
        Assert.False(chat.IsHeld("Felix"));
    }

    [Fact]
    public void A_name_that_waits_is_taken()
    {
        Assert.Equal(["refused Felix name-taken"], new Chat(SpeakingOrder.Roster, roster: Three).Join("Felix").Join("Felix", "another").New());
    }

    [Fact]
    public void Who_has_no_wish_gets_a_name_that_nobody_waits_with()
    {
        var chat = new Chat(SpeakingOrder.Roster, roster: Three).Join("Marija").Join("Rateb").Join(null, "x");

        Assert.Equal(["joined Marija", "joined Felix", "joined Rateb", "suggested 1"], chat.New());
        Assert.Equal("Felix", chat.NameOf("x"));
    }

    [Fact]
    public void Who_dies_while_it_waits_has_never_been_there()
    {
        var chat = new Chat(SpeakingOrder.Roster, roster: Three).Join("Felix").Lost("Felix").Join("Marija");

        Assert.Equal(["joined Marija"], chat.New());
        Assert.Null(chat.NameOf("from Felix"));
    }

    [Fact]
    public void Who_dies_while_gathering_frees_its_name_at_once()
    {
        var chat = new Chat(SpeakingOrder.Roster, roster: Three).Join("Marija").Join("Felix").Lost("Marija").Lost("Felix");

        Assert.Equal(["joined Marija", "joined Felix", "left Marija crashed", "left Felix crashed"], chat.New());
    }

    [Fact]
    public void An_early_answer_waits_for_its_turn()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Answer("Rateb").Answer("Felix");

        Assert.Empty(chat.New());
        Assert.Equal(["said 1 Marija: ok", "said 1 Felix: ok", "said 1 Rateb: ok", "round 1: Marija answered, Felix answered, Rateb answered"],
            chat.Answer("Marija").New());
    }

    [Fact]
    public void The_first_of_two_waiting_answers_counts()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Answer("Felix", "one").Answer("Felix", "two").Answer("Marija");

        Assert.Equal(["said 1 Marija: ok", "said 1 Felix: one"], chat.New());
    }

    [Fact]
    public void A_crash_waits_for_its_turn_like_an_answer()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Lost("Felix");

        Assert.Empty(chat.New());
        Assert.Equal(["said 1 Marija: ok", "left Felix crashed"], chat.Answer("Marija").New());
    }

    [Fact]
    public void Who_answers_and_then_dies_in_the_queue_did_both()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Answer("Felix").Lost("Felix").Answer("Marija");

        Assert.Equal(["said 1 Marija: ok", "said 1 Felix: ok", "left Felix crashed"], chat.New());
    }

    [Fact]
    public void A_gone_one_is_not_waited_for()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Lost("Marija").Answer("Felix");

        Assert.Equal(["left Marija crashed", "said 1 Felix: ok"], chat.New());
    }

    [Fact]
    public void A_timeout_lets_go_what_waits_and_then_closes_the_round()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, roster: Three).Answer("Rateb").Answer("Felix").Do(new RoomCommand.ReplyTimeout(1));

        Assert.Equal(["said 1 Felix: ok", "said 1 Rateb: ok", "round 1: Marija silent, Felix answered, Rateb answered"], chat.New());
    }

    [Fact]
    public void A_join_timeout_notes_who_waited()
    {
        var chat = new Chat(SpeakingOrder.Roster, roster: Three).Join("Felix").Do(new RoomCommand.JoinTimeout());

        Assert.Equal(["joined Felix", "left Felix stopped", "closed join-timeout"], chat.New());
    }

    [Fact]
    public void Byes_wait_for_their_turn()
    {
        var chat = Chat.Over(SpeakingOrder.Roster).Bye("Rateb").Bye("Felix");

        Assert.Empty(chat.New());
        Assert.Equal(["left Marija bye", "left Felix bye"], chat.Bye("Marija").New());
    }

    [Fact]
    public void Who_said_bye_and_then_ended_did_not_crash()
    {
        var chat = Chat.Over(SpeakingOrder.Roster).Bye("Felix").Lost("Felix").Bye("Marija");

        Assert.Equal(["left Marija bye", "left Felix bye"], chat.New());
    }

    [Fact]
    public void The_closing_timeout_lets_go_the_byes_that_wait()
    {
        var chat = Chat.Over(SpeakingOrder.Roster).Bye("Rateb").Do(new RoomCommand.ClosingTimeout());

        Assert.Equal(["left Rateb bye", "left Marija stopped", "left Felix stopped", "left Madelen stopped", "closed completed"], chat.New());
    }

    [Fact]
    public void A_time_limit_that_no_longer_counts_lets_nobody_go_before_its_turn()
    {
        var talking = Chat.Talking(SpeakingOrder.Roster, rounds: 2, roster: Three).Do(new RoomCommand.ReplyTimeout(1)).Answer("Rateb");
        var closing = Chat.Over(SpeakingOrder.Roster).Bye("Rateb");
        talking.New();

        Assert.Empty(talking.Do(new RoomCommand.ReplyTimeout(1)).New());
        Assert.Empty(talking.Do(new RoomCommand.JoinTimeout()).New());
        Assert.Empty(talking.Do(new RoomCommand.ClosingTimeout()).New());
        Assert.Empty(closing.Do(new RoomCommand.TimeUp()).New());
        Assert.Empty(closing.Do(new RoomCommand.ReplyTimeout(1)).New());
    }

    [Fact]
    public void A_blank_answer_takes_no_turn_and_counts_for_no_quorum()
    {
        var chat = Chat.Talking(new RoomSettings { Order = SpeakingOrder.Roster, Quorum = 2 }, Three);

        Assert.Empty(chat.Answer("Felix", " ").Answer("Rateb", "ok").New());
        Assert.Equal(["said 1 Marija: ok", "said 1 Rateb: ok"], chat.Answer("Marija").New()[..2]);
    }

    [Fact]
    public void A_late_answer_does_not_wait()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster, rounds: 2, roster: Three).Do(new RoomCommand.ReplyTimeout(1));
        chat.New();

        Assert.Equal(["said 1 Rateb: sorry (late)"], chat.Answer("Rateb", "sorry", 1).New());
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_events()
    {
        var expected = Play([0, 1, 2]);

        foreach (var arrival in Permutations([0, 1, 2]))
        {
            Assert.Equal(expected, Play(arrival));
        }
    }

    [Fact]
    public void The_order_of_arrival_does_not_show_in_the_digest()
    {
        var digests = Permutations([0, 1, 2])
            .SelectMany(arrival => new[] { SpeakingOrder.Arrival, SpeakingOrder.Roster }.Select(order => ConversationDigest.Of(Play(arrival, order))))
            .Distinct();

        Assert.Single(digests);
    }

    private static IReadOnlyList<RoomEvent> Play(int[] arrival, SpeakingOrder order = SpeakingOrder.Roster)
    {
        var chat = new Chat(order, rounds: 2, roster: Three);
        Each(name => chat.Join(name));
        Each(name => chat.Answer(name, $"{name} one", 1));
        Each(name => chat.Answer(name, $"{name} two", 2));
        Each(name => chat.Bye(name));
        Assert.Equal(RoomPhase.Closed, chat.State.Phase);
        return chat.History;

        void Each(Action<string> act)
        {
            foreach (var place in arrival)
            {
                act(Three[place]);
            }
        }
    }

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length < 2
            ? [items]
            : items.SelectMany(first => Permutations(items.Where(item => item != first).ToArray()).Select(rest => (int[])[first, .. rest]));

    [Fact]
    public void A_refused_name_is_not_told_the_names_of_those_who_wait()
    {
        var chat = new Chat(SpeakingOrder.Roster).Join("Felix").Join("Felix", "another");

        Assert.EndsWith("another bot name: Marija, Madelen, Rateb.", Assert.IsType<Refused>(chat.History[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_for_its_turn_is_known_to_wait()
    {
        Assert.True(Chat.Talking(SpeakingOrder.Roster).Answer("Felix").IsHeld("Felix"));
    }

    [Fact]
    public void A_late_answer_after_the_last_round_waits_for_nobody()
    {
        var chat = Chat.Talking(SpeakingOrder.Roster).Do(new RoomCommand.ReplyTimeout(1)).Answer("Felix");

        Assert.Equal("said 1 Felix: ok (late)", chat.New()[^1]);
    }

    [Fact]
    public void An_answer_of_who_has_gone_does_not_make_a_quorum()
    {
        var chat = Chat.Talking(new RoomSettings { Order = SpeakingOrder.Roster, Quorum = 3 }).Answer("Marija").Bye("Felix").Answer("Rateb").Answer("Felix");

        Assert.Equal(["said 1 Marija: ok", "left Felix bye"], chat.New());
    }

    [Fact]
    public void An_answer_of_who_is_about_to_go_does_not_make_a_quorum()
    {
        var chat = Chat.Talking(new RoomSettings { Order = SpeakingOrder.Roster, Quorum = 2 }).Bye("Felix").Answer("Felix").Answer("Madelen");

        Assert.Empty(chat.New());
    }
}
