namespace Chatroom.Actors.Tests;

public sealed class ReturnTests
{
    private static Chat Talking(SpeakingOrder order = SpeakingOrder.Arrival, int rounds = 2)
    {
        var chat = new Chat(order, rounds, ["Marija", "Felix"]).Join("Marija", ticket: "ticket of Marija").Join("Felix", ticket: "ticket of Felix");
        chat.New();
        return chat;
    }

    [Fact]
    public void A_bot_is_known_by_its_ticket()
    {
        Assert.Equal("Felix", Talking().HolderOf("ticket of Felix"));
        Assert.Null(Talking().HolderOf("another ticket"));
    }

    [Fact]
    public void A_join_notes_the_ticket()
    {
        Assert.Equal("ticket of Felix", Talking().History.OfType<Joined>().Last().TicketDigest);
    }

    [Fact]
    public void Who_comes_back_before_it_was_missed_goes_on_over_its_new_connection()
    {
        var chat = Talking().Return("Felix", "new");

        Assert.Empty(chat.New());
        Assert.Equal("Felix", chat.NameOf("new"));
        Assert.Null(chat.NameOf("from Felix"));
    }

    [Fact]
    public void Who_was_noted_as_crashed_and_comes_back_takes_part_again()
    {
        var chat = Talking().Lost("Felix").Return("Felix", "new").Answer("Felix").Answer("Marija");

        Assert.Equal(
            ["left Felix crashed", "returned Felix", "said 1 Felix: ok", "said 1 Marija: ok", "round 1: Marija answered, Felix answered", "suggested 2"],
            chat.New());
    }

    [Fact]
    public void Who_comes_back_a_round_later_is_asked_in_that_one()
    {
        var chat = Talking().Lost("Felix").Answer("Marija").Return("Felix", "new").Answer("Felix").Answer("Marija");

        Assert.Equal(
            [
                "left Felix crashed", "said 1 Marija: ok", "round 1: Marija answered, Felix crashed", "suggested 2",
                "returned Felix", "said 2 Felix: ok", "said 2 Marija: ok", "round 2: Marija answered, Felix answered",
            ],
            chat.New());
    }

    [Fact]
    public void Who_comes_back_after_the_last_round_says_bye()
    {
        var chat = Talking(rounds: 1).Lost("Felix").Answer("Marija").Return("Felix", "new").Bye("Felix").Bye("Marija");

        Assert.Equal(["returned Felix", "left Felix bye", "left Marija bye", "closed completed"], chat.New()[^4..]);
    }

    [Fact]
    public void Who_comes_back_after_the_end_is_too_late()
    {
        var chat = Talking().Lost("Felix").Bye("Marija");
        chat.New();

        Assert.Empty(chat.Return("Felix", "new").New());
    }

    [Fact]
    public void Who_has_said_bye_does_not_come_back()
    {
        Assert.Equal(["left Felix bye"], Talking().Bye("Felix").Return("Felix", "new").New());
    }

    [Fact]
    public void A_loss_that_waits_for_its_turn_is_forgotten_when_the_bot_comes_back()
    {
        var chat = Talking(SpeakingOrder.Roster).Lost("Felix").Return("Felix", "new").Answer("Felix").Answer("Marija");

        Assert.Equal(["said 1 Marija: ok", "said 1 Felix: ok", "round 1: Marija answered, Felix answered", "suggested 2"], chat.New());
    }

    [Fact]
    public void While_the_room_gathers_a_name_goes_to_who_comes_first()
    {
        var chat = new Chat().Join("Felix", ticket: "one").Lost("Felix").Join("Felix", "another", "two");

        Assert.Null(chat.HolderOf("one"));
        Assert.Equal("Felix", chat.HolderOf("two"));
        Assert.Equal("refused Felix name-taken", chat.Join("Felix", "new", "one", lastSeen: 3).New()[^1]);
    }

    [Fact]
    public void Who_was_in_this_room_while_it_gathered_may_join_again()
    {
        var chat = new Chat().Join("Felix", ticket: "one").Lost("Felix").Join("Felix", "new", "one", lastSeen: 3);

        Assert.Equal(["joined Felix", "left Felix crashed", "joined Felix"], chat.New());
    }

    [Fact]
    public void Who_was_in_another_room_is_refused()
    {
        Assert.Equal(["refused Felix other-room"], new Chat().Join("Felix", ticket: "one", lastSeen: 3).New());
    }

    [Fact]
    public void Who_has_seen_something_and_has_no_ticket_was_in_another_room()
    {
        Assert.Equal(["refused Felix other-room"], new Chat().Join("Felix", lastSeen: 1).New());
    }

    [Fact]
    public void People_are_told_who_is_back()
    {
        var returned = new Returned(9, 0, "Felix", "127.0.0.1:4712");

        Assert.Equal(["Felix is back in the chatroom."], RoomText.Lines([returned], addresses: false));
        Assert.Equal(["Felix is back in the chatroom, from ('127.0.0.1', 4712)"], RoomText.Lines([returned], addresses: true));
    }
}
