using static Chatroom.Actors.RejoinAction;

namespace Chatroom.Actors.Tests;

/// <summary>Bots that look for their rooms for the first time.</summary>
public sealed class RejoinJoiningTests : RejoinPlanTest
{
    [Fact]
    public void All_bots_begin_in_one_system_with_the_patience_to_join()
    {
        Assert.Equal([Start(0, [0, 1], PatienceToJoin)], Begin(bots: 2));
    }

    [Fact]
    public void A_bot_that_ends_in_order_is_reported_at_once_and_the_system_ends_with_the_last_one()
    {
        Live(bots: 2);

        Assert.Equal([new Report(1, Bye)], On(LetIn(0), LetIn(1), Ends(1, Bye)));
        Assert.Equal([new Report(0, Bye), new EndSystem(0), Finish([Bye, Bye])], On(Ends(0, Bye)));
    }

    [Fact]
    public void A_system_that_ends_with_the_process_is_left_to_it()
    {
        Live(endsWithProcess: true);

        Assert.Equal([new Report(0, Bye), Finish([Bye])], On(Ends(0, Bye)));
    }

    [Fact]
    public void When_a_bot_has_found_nobody_the_seed_node_is_asked_which_rooms_there_are()
    {
        Live();

        Assert.Equal([new AskRooms(0)], On(Ends(0, NobodyThere)));
        Assert.Equal(
            [new EndSystem(0), Finish([NobodyThere], rooms: "red and blue")], On(new RejoinInput.RoomsTold(0, "red and blue")));
    }

    [Fact]
    public void The_answer_about_rooms_is_awaited_for_5_s()
    {
        Live();
        On(Ends(0, NobodyThere));

        Assert.Empty(AfterSeconds(4.999));
        Assert.Equal([new EndSystem(0), Finish([NobodyThere])], AfterSeconds(0.001));
    }

    [Fact]
    public void The_rooms_are_asked_for_when_the_last_bot_of_the_system_has_ended()
    {
        Live(bots: 2);

        Assert.Empty(On(Ends(0, NobodyThere)));
        Assert.Equal([new Report(1, Bye), new AskRooms(0)], On(LetIn(1), Ends(1, Bye)));
    }

    [Fact]
    public void Nobody_is_asked_for_rooms_where_nobody_can_be_reached()
    {
        Live();

        Assert.Equal([new EndSystem(0), Finish([NobodyThere], "refused the connection")], On(Ends(0, NobodyThere, "refused the connection")));
    }

    [Fact]
    public void A_bot_that_is_turned_away_does_not_look_again()
    {
        var away = new BotNews.TurnedAway(RefusalReason.UnknownRoom, "no");
        Live();

        Assert.Equal([new Report(0, away), new EndSystem(0), Finish([away])], On(Ends(0, away)));
    }

    [Fact]
    public void A_system_that_does_not_start_ends_it_all()
    {
        Begin();

        Assert.Equal([Finish([NobodyThere])], On(new RejoinInput.StartFailed(0)));
    }

    [Fact]
    public void After_the_end_nothing_is_done()
    {
        Live();
        On(Ends(0, Bye));

        Assert.Empty(On(EndsSystem(0), new RejoinInput.Cancelled(), new RejoinInput.Refused("no"), LetIn(0)));
    }

    [Fact]
    public void Bots_that_are_refused_have_found_nobody_for_that_reason()
    {
        Live(bots: 2);

        Assert.Equal([Abandon(0, NobodyThere), Abandon(1, NobodyThere)], On(new RejoinInput.Refused("no certificate")));
        Assert.Equal(
            [new EndSystem(0), Finish([NobodyThere, NobodyThere], "no certificate")], On(Ends(0, NobodyThere), Ends(1, NobodyThere, "closed")));
    }

    [Fact]
    public void A_refusal_that_comes_before_the_system_runs_counts_when_it_does()
    {
        Begin();

        Assert.Empty(On(new RejoinInput.Refused("no certificate")));
        Assert.Equal([Abandon(0, NobodyThere)], On(new RejoinInput.SystemStarted(0)));
    }

    [Fact]
    public void Where_one_bot_has_been_let_in_no_refusal_counts()
    {
        Live(bots: 2);

        Assert.Empty(On(LetIn(1), new RejoinInput.Refused("no certificate")));
        Assert.Equal([new Report(1, Bye), new EndSystem(0), Finish([NobodyThere, Bye], "closed")], On(Ends(0, NobodyThere), Ends(1, Bye, "closed")));
    }

    [Fact]
    public void Where_a_bot_is_let_in_after_a_refusal_the_next_system_is_given_its_chance()
    {
        Begin();
        On(new RejoinInput.Refused("no certificate"), LetIn(0), new RejoinInput.SystemStarted(0));

        Assert.Contains(Start(1, [0], Patience), On(Ends(0, RoomLost)));
        Assert.Empty(On(new RejoinInput.SystemStarted(1)));
    }

    [Fact]
    public void A_second_refusal_abandons_nobody_again()
    {
        Live();
        On(new RejoinInput.Refused("no certificate"));

        Assert.Empty(On(new RejoinInput.Refused("no certificate")));
    }

    [Fact]
    public void A_refusal_that_comes_before_the_beginning_ends_nothing()
    {
        var plan = new RejoinPlan(1, PatienceToJoin, Patience);

        Assert.Empty(plan.Handle(new RejoinInput.Refused("no certificate"), TimeSpan.Zero));
        Assert.Equal([Start(0, [0], PatienceToJoin)], plan.Handle(new RejoinInput.Begun(), TimeSpan.Zero));
    }

    [Fact]
    public void What_an_earlier_system_was_told_about_rooms_does_not_count_when_the_last_one_is_told_nothing()
    {
        Live(bots: 3);
        On(LetIn(0), LetIn(2), Ends(0, RoomLost), Ends(1, NobodyThere));
        AfterSeconds(1);
        On(new RejoinInput.SystemStarted(1), Ends(0, NobodyThere), new RejoinInput.RoomsTold(1, "red"));

        Assert.Equal([new Report(2, Bye), new AskRooms(0)], On(Ends(2, Bye)));
        Assert.Equal([new EndSystem(0), Finish([RoomLost, NobodyThere, Bye])], AfterSeconds(5));
    }
}
