using static Chatroom.Actors.RejoinAction;

namespace Chatroom.Actors.Tests;

/// <summary>Bots that are told to go.</summary>
public sealed class RejoinCancelledTests : RejoinPlanTest
{
    [Fact]
    public void All_bots_say_Bye_and_the_system_ends_when_the_last_one_has()
    {
        Live(bots: 2);

        Assert.Equal([new Leave(0), new Leave(1)], On(LetIn(0), new RejoinInput.Cancelled()));
        Assert.Empty(On(Ends(1, Bye)));
        Assert.Equal([new EndSystem(0), new Stop()], On(Ends(0, Bye)));
    }

    [Fact]
    public void They_have_2_s_for_it()
    {
        Live();
        On(new RejoinInput.Cancelled());

        Assert.Empty(AfterSeconds(1.999));
        Assert.Equal([new EndSystem(0), new Stop()], AfterSeconds(0.001));
    }

    [Fact]
    public void A_system_that_has_ended_by_itself_is_not_waited_for()
    {
        Live();
        On(LetIn(0), new RejoinInput.Cancelled());

        Assert.Contains(new Stop(), On(EndsSystem(0)));
    }

    [Fact]
    public void A_system_that_ends_with_the_process_is_left_to_it()
    {
        Live(endsWithProcess: true);

        Assert.Equal([new Leave(0), new Stop()], On(new RejoinInput.Cancelled(), Ends(0, Bye)));
    }

    [Fact]
    public void A_bot_that_loses_its_room_now_does_not_look_for_it()
    {
        Live();

        Assert.Equal([new EndSystem(0), new Stop()], On(LetIn(0), new RejoinInput.Cancelled(), Ends(0, RoomLost))[1..]);
    }

    [Fact]
    public void All_systems_are_waited_for()
    {
        Live(bots: 2);
        On(LetIn(0), LetIn(1), Ends(0, RoomLost));
        AfterSeconds(1);
        On(new RejoinInput.SystemStarted(1));

        Assert.Equal([new Leave(0), new Leave(1)], On(new RejoinInput.Cancelled()));
        Assert.Equal([new EndSystem(0)], On(Ends(1, Bye)));
        Assert.Equal([new EndSystem(1), new Stop()], On(Ends(0, Bye)));
    }

    [Fact]
    public void A_start_that_is_cancelled_with_them_ends_it_all()
    {
        Begin();

        Assert.Equal([new Leave(0), new Stop()], On(new RejoinInput.Cancelled(), new RejoinInput.StartFailed(0)));
    }

    [Fact]
    public void A_system_that_starts_all_the_same_has_the_rest_of_the_2_s()
    {
        Begin();
        On(new RejoinInput.Cancelled());
        AfterSeconds(1);

        Assert.Empty(On(new RejoinInput.SystemStarted(0)));
        Assert.Equal([new EndSystem(0), new Stop()], AfterSeconds(1));
    }

    [Fact]
    public void A_start_that_takes_longer_than_the_2_s_is_waited_for()
    {
        Begin();
        On(new RejoinInput.Cancelled());

        Assert.Empty(AfterSeconds(2));
        Assert.Equal([new EndSystem(0), new Stop()], On(new RejoinInput.SystemStarted(0)));
    }

    [Fact]
    public void A_system_that_should_start_later_does_not()
    {
        Live();
        On(LetIn(0), Ends(0, RoomLost), new RejoinInput.SystemStarted(1), EndsSystem(1), Ends(0, NobodyThere));

        Assert.Equal([new Stop()], On(new RejoinInput.Cancelled()));
        Assert.Empty(AfterSeconds(10));
    }

    [Fact]
    public void The_answer_about_rooms_is_not_awaited_any_more()
    {
        Live();
        On(Ends(0, NobodyThere));

        Assert.Equal([new EndSystem(0), new Stop()], On(new RejoinInput.Cancelled()));
    }
}
