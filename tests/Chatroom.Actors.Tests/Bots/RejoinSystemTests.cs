using static Chatroom.Actors.RejoinAction;

namespace Chatroom.Actors.Tests;

/// <summary>Actor systems that end by themselves, with the bots in them.</summary>
public sealed class RejoinSystemTests : RejoinPlanTest
{
    [Fact]
    public void A_bot_that_is_in_its_room_has_lost_it_and_goes_on_in_another_system()
    {
        Live();

        Assert.Equal([Abandon(0, RoomLost)], On(LetIn(0), EndsSystem(0)));
        Assert.Equal([new TellLost(), Start(1, [0], Patience), new EndSystem(0)], On(Ends(0, RoomLost)));
    }

    [Fact]
    public void Without_patience_it_does_not_go_on()
    {
        Live(bots: 2, patience: TimeSpan.Zero);

        Assert.Equal([Abandon(0, RoomLost), Abandon(1, NobodyThere)], On(LetIn(0), EndsSystem(0)));
        Assert.Equal(
            [new Report(0, RoomLost), new EndSystem(0), Finish([RoomLost, NobodyThere], "0 ended")],
            On(Ends(1, NobodyThere), Ends(0, RoomLost)));
    }

    [Fact]
    public void A_bot_that_is_in_no_room_yet_has_found_nobody_for_that_reason()
    {
        Live();

        Assert.Equal([Abandon(0, NobodyThere)], On(EndsSystem(0)));
        Assert.Equal([new EndSystem(0), Finish([NobodyThere], "0 ended")], On(Ends(0, NobodyThere, "closed")));
    }

    [Fact]
    public void A_bot_that_is_in_no_room_yet_goes_with_those_that_go_on()
    {
        Live(bots: 2);

        Assert.Equal([Abandon(0, RoomLost), Abandon(1, RoomLost)], On(LetIn(0), EndsSystem(0)));
        Assert.Empty(On(Ends(1, RoomLost)));
        Assert.Equal([new TellLost(), Start(1, [0, 1], Patience), new EndSystem(0)], On(Ends(0, RoomLost)));
    }

    [Fact]
    public void A_bot_that_is_in_no_room_yet_goes_with_one_that_has_just_lost_its_room()
    {
        Live(bots: 2);

        Assert.Equal([Abandon(1, RoomLost)], On(Ends(0, RoomLost), EndsSystem(0)));
    }

    [Fact]
    public void A_bot_that_is_in_no_room_yet_goes_with_nobody_where_the_others_have_ended_in_order()
    {
        Live(bots: 2);

        Assert.Equal([new Report(0, Bye), Abandon(1, NobodyThere)], On(LetIn(0), Ends(0, Bye), EndsSystem(0)));
    }

    [Fact]
    public void The_first_reason_why_a_system_ended_is_told()
    {
        Live();
        On(new RejoinInput.SystemEnded(0, "quarantined"), new RejoinInput.SystemEnded(0, "terminated"));

        Assert.Equal([new EndSystem(0), Finish([NobodyThere], "quarantined")], On(Ends(0, NobodyThere)));
    }

    [Fact]
    public void A_bot_that_has_ended_before_keeps_its_ending()
    {
        Live();

        On(LetIn(0), EndsSystem(0));

        Assert.Equal([new Report(0, Bye), new EndSystem(0), Finish([Bye], "0 ended")], On(Ends(0, Bye)));
    }

    [Fact]
    public void Bots_that_look_for_a_lost_room_go_on_1_s_later_for_the_rest_of_their_patience()
    {
        LookForALostRoom(bots: 2);
        AfterSeconds(10);

        Assert.Equal([Abandon(0, NobodyThere), Abandon(1, NobodyThere)], On(EndsSystem(1)));
        Assert.Equal([new EndSystem(1)], On(Ends(0, NobodyThere), Ends(1, NobodyThere)));
        Assert.Empty(AfterSeconds(0.999));
        Assert.Empty(On(new RejoinInput.TimePassed()));
        Assert.Equal([Start(2, [0, 1], Patience - TimeSpan.FromSeconds(11))], AfterSeconds(0.001));
    }

    [Fact]
    public void When_each_system_ends_at_once_a_lost_room_is_looked_for_until_patience_ends()
    {
        LookForALostRoom();

        var systems = 1;
        List<RejoinAction> last = [];
        for (; !last.OfType<Finish>().Any(); systems++)
        {
            On(EndsSystem(systems));
            last = [.. On(Ends(0, NobodyThere)), .. AfterSeconds(1)];
            On(new RejoinInput.SystemStarted(systems + 1));
        }

        Assert.Equal([new Report(0, RoomLost), new EndSystem(60), Finish([RoomLost], "60 ended")], last);
    }

    [Fact]
    public void The_end_of_a_system_that_nobody_lives_in_changes_nothing()
    {
        LookForALostRoom();

        Assert.Empty(On(EndsSystem(0), EndsSystem(7)));
    }

    [Fact]
    public void While_the_lost_are_gathered_those_that_are_in_their_rooms_have_lost_them_too()
    {
        Live(bots: 3);
        On(LetIn(0), LetIn(1), Ends(0, RoomLost));
        AfterSeconds(1);

        Assert.Equal([Abandon(1, RoomLost)], On(EndsSystem(0)));
        Assert.Empty(On(Ends(1, RoomLost)));
        Assert.Equal([new TellLost(), Start(1, [0, 1, 2], Patience), new EndSystem(0)], On(Ends(2, RoomLost)));
    }

    private void LookForALostRoom(int bots = 1)
    {
        Live(bots);
        foreach (var bot in Enumerable.Range(0, bots))
        {
            On(LetIn(bot));
        }
        foreach (var bot in Enumerable.Range(0, bots))
        {
            On(Ends(bot, RoomLost));
        }
        On(new RejoinInput.SystemStarted(1));
    }

    [Fact]
    public void Bots_that_nobody_answers_although_they_are_connected_look_from_another_system_with_the_patience_that_is_left()
    {
        Live(bots: 2);

        Assert.Empty(On(new RejoinInput.Connected(0)));
        Assert.Empty(AfterSeconds(4.9));
        Assert.Equal([Abandon(0, NobodyThere, stopSeconds: 2), Abandon(1, NobodyThere, stopSeconds: 2)], AfterSeconds(0.1));
        Assert.Equal([new EndSystem(0)], On(Ends(0, NobodyThere), Ends(1, NobodyThere)));
        Assert.Equal([Start(1, [0, 1], PatienceToJoin - TimeSpan.FromSeconds(6))], AfterSeconds(1));
    }

    [Fact]
    public void Bots_one_of_which_is_answered_stay()
    {
        Live(bots: 2);

        Assert.Empty(On(new RejoinInput.Connected(0), new RejoinInput.Answered(1)));
        Assert.Empty(AfterSeconds(10));
    }

    [Fact]
    public void A_process_that_was_stopped_goes_on_listening()
    {
        Live();
        On(new RejoinInput.Connected(0));

        Assert.Empty(Sleep(TimeSpan.FromSeconds(9)));
        Assert.Empty(On(new RejoinInput.Answered(0)));
        Assert.Empty(AfterSeconds(5));
    }

    [Fact]
    public void Bots_without_patience_for_another_system_are_told_that_nobody_is_there()
    {
        Live();
        On(new RejoinInput.Connected(0));
        AfterSeconds(5);
        On(Ends(0, NobodyThere));
        AfterSeconds(1);
        On(new RejoinInput.SystemStarted(1), new RejoinInput.Connected(1));

        Assert.Equal([Abandon(0, NobodyThere, stopSeconds: 2)], AfterSeconds(5));
        On(Ends(0, NobodyThere));
        AfterSeconds(1);
        On(new RejoinInput.SystemStarted(2), new RejoinInput.Connected(2));

        Assert.Empty(AfterSeconds(5));
        Assert.Equal([new AskRooms(2)], On(Ends(0, NobodyThere)));
    }
}
