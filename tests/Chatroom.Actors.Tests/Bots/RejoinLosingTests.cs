using static Chatroom.Actors.RejoinAction;

namespace Chatroom.Actors.Tests;

/// <summary>Bots that lose their room.</summary>
public sealed class RejoinLosingTests : RejoinPlanTest
{
    [Fact]
    public void A_bot_that_lost_its_room_looks_for_it_from_a_new_system_with_the_patience_for_a_loss()
    {
        Live();
        On(LetIn(0));

        Assert.Equal([new TellLost(), Start(1, [0], Patience), new EndSystem(0)], On(Ends(0, RoomLost)));
    }

    [Fact]
    public void Without_patience_it_does_not_look_again()
    {
        Live(patience: TimeSpan.Zero);

        Assert.Equal([new Report(0, RoomLost), new EndSystem(0), Finish([RoomLost])], On(LetIn(0), Ends(0, RoomLost)));
    }

    [Fact]
    public void Bots_that_lose_their_room_within_1_s_go_on_together()
    {
        Live(bots: 2);

        Assert.Empty(On(LetIn(0), LetIn(1), Ends(0, RoomLost)));
        Assert.Empty(AfterSeconds(0.999));
        Assert.Equal([new TellLost(), Start(1, [0, 1], Patience), new EndSystem(0)], On(Ends(1, RoomLost)));
    }

    [Fact]
    public void A_bot_that_is_still_in_its_room_after_1_s_stays()
    {
        Live(bots: 2);
        On(LetIn(0), LetIn(1), Ends(0, RoomLost));

        Assert.Equal([new TellLost(), Start(1, [0], Patience)], AfterSeconds(1));
        Assert.Equal([new Report(1, Bye), new EndSystem(0)], On(Ends(1, Bye)));
    }

    [Fact]
    public void A_bot_that_is_in_no_room_yet_goes_with_those_that_look_again_once_its_actor_has_stopped()
    {
        Live(bots: 2);
        On(LetIn(0), Ends(0, RoomLost));

        Assert.Equal([Abandon(1, RoomLost, stopSeconds: 2)], AfterSeconds(1));
        Assert.Equal([new TellLost(), Start(1, [0, 1], Patience), new EndSystem(0)], On(Ends(1, RoomLost)));
    }

    [Fact]
    public void A_bot_that_ends_in_order_while_the_lost_are_gathered_is_reported_with_them()
    {
        Live(bots: 3);

        Assert.Empty(On(LetIn(0), LetIn(1), LetIn(2), Ends(1, RoomLost), Ends(0, Bye)));
        Assert.Equal([new Report(0, Bye), new TellLost(), Start(1, [1], Patience)], AfterSeconds(1));
    }

    [Fact]
    public void Those_that_lose_their_room_later_are_gathered_again()
    {
        Live(bots: 3);
        On(LetIn(0), LetIn(1), LetIn(2), Ends(0, RoomLost));
        AfterSeconds(1);

        Assert.Empty(On(Ends(1, RoomLost)));
        Assert.Empty(AfterSeconds(0.999));
        Assert.Equal([new TellLost(), Start(2, [1], Patience)], AfterSeconds(0.001));
    }

    [Fact]
    public void A_room_that_is_not_found_again_is_lost()
    {
        Live();
        On(LetIn(0), Ends(0, RoomLost), new RejoinInput.SystemStarted(1));

        Assert.Equal([new Report(0, RoomLost), new EndSystem(1), Finish([RoomLost])], On(Ends(0, NobodyThere)));
    }

    [Fact]
    public void A_room_that_was_found_and_is_lost_again_is_looked_for_again_with_full_patience()
    {
        Live();
        On(LetIn(0), Ends(0, RoomLost), new RejoinInput.SystemStarted(1));
        AfterSeconds(50);

        Assert.Equal([new TellLost(), Start(2, [0], Patience), new EndSystem(1)], On(LetIn(0), Ends(0, RoomLost)));
    }

    [Fact]
    public void In_the_new_system_a_bot_is_in_no_room_until_it_is_let_in_there()
    {
        Live(bots: 2);
        On(LetIn(0), LetIn(1), Ends(0, RoomLost), Ends(1, RoomLost), new RejoinInput.SystemStarted(1), LetIn(0), Ends(0, RoomLost));

        Assert.Equal([Abandon(1, RoomLost, stopSeconds: 2)], AfterSeconds(1));
    }

    [Fact]
    public void A_bot_that_found_its_room_again_and_ends_in_order_has_not_lost_it()
    {
        Live();
        On(LetIn(0), Ends(0, RoomLost), new RejoinInput.SystemStarted(1), LetIn(0));

        Assert.Equal([new Report(0, Bye), new EndSystem(1), Finish([Bye])], On(Ends(0, Bye)));
    }

    [Fact]
    public void A_new_system_that_does_not_start_ends_nothing_for_the_bots_that_stayed()
    {
        Live(bots: 2);
        On(LetIn(0), LetIn(1), Ends(0, RoomLost));
        AfterSeconds(1);

        Assert.Empty(On(new RejoinInput.StartFailed(1)));
        Assert.Equal([new Report(1, Bye), new EndSystem(0), Finish([RoomLost, Bye])], On(Ends(1, Bye)));
    }

    [Fact]
    public void Of_several_systems_only_the_last_one_is_left_to_the_process()
    {
        Live(endsWithProcess: true);

        Assert.Equal([new TellLost(), Start(1, [0], Patience), new EndSystem(0)], On(LetIn(0), Ends(0, RoomLost)));
        Assert.Equal([new Report(0, Bye), Finish([Bye])], On(new RejoinInput.SystemStarted(1), LetIn(0), Ends(0, Bye)));
    }

    [Fact]
    public void Those_that_lose_their_room_later_do_not_wait_for_one_that_went_with_the_first()
    {
        Live(bots: 4);
        On(LetIn(0), LetIn(1), LetIn(2), Ends(0, RoomLost));
        Assert.Equal([Abandon(3, RoomLost, stopSeconds: 2)], AfterSeconds(1));
        Assert.Equal([new TellLost(), Start(1, [0, 3], Patience)], On(Ends(3, RoomLost)));

        On(Ends(1, RoomLost));
        Assert.Equal([new TellLost(), Start(2, [1], Patience)], AfterSeconds(1));
    }

    [Fact]
    public void The_bots_of_a_system_that_the_seed_node_takes_for_dead_go_on_in_others_also_those_that_were_not_let_in_yet()
    {
        Live(bots: 2);

        Assert.Equal(
            [Abandon(0, RoomLost, stopSeconds: 2), Abandon(1, NobodyThere, stopSeconds: 2)], On(LetIn(0), new RejoinInput.Quarantined(0)));
        Assert.Equal([new TellLost(), Start(2, [0], Patience), new EndSystem(0)], On(Ends(0, RoomLost), Ends(1, NobodyThere)));
        Assert.Equal([Start(1, [1], PatienceToJoin - TimeSpan.FromSeconds(1))], AfterSeconds(1));
    }

    [Fact]
    public void It_changes_nothing_if_a_system_that_has_ended_is_taken_for_dead()
    {
        Live();
        On(LetIn(0), Ends(0, RoomLost));

        Assert.Empty(On(new RejoinInput.Quarantined(0)));
    }
}
