namespace Chatroom.Actors.Tests;

/// <summary>What a script waits for when bots come in one after the other.</summary>
public sealed class ScriptRosterOrderTests : ScriptPlayerTest
{
    [Fact]
    public void In_roster_order_nobody_waits_for_the_effect_of_a_bot_whose_turn_has_not_come()
    {
        Play(SpeakingOrder.Roster, [new ScriptStep.Join("Rateb"), new ScriptStep.Join("Felix")]);

        Assert.Equal(["join Rateb None", "join Felix None"], _stage.Told);
    }

    [Fact]
    public void In_roster_order_the_effect_of_a_bot_that_has_its_turn_is_waited_for()
    {
        Play(SpeakingOrder.Roster, [new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb")]);

        Assert.Equal(["join Felix None"], _stage.Told);
    }

    [Fact]
    public void Who_goes_while_the_room_gathers_waits_for_nobody_s_turn()
    {
        var script = new ScriptStep[] { new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb"), new ScriptStep.Crash("Felix"), new ScriptStep.Crash("Rateb"), new ScriptStep.Join("Felix") };

        var player = Play(SpeakingOrder.Roster, script, In("Felix"), In("Rateb"), Goes("Felix"));

        Assert.Equal("crash Rateb", _stage.Told[^1]);
        player.Happened(Goes("Rateb"));
        Assert.Equal("join Felix None", _stage.Told[^1]);
    }

    [Fact]
    public void Nothing_is_awaited_of_who_walks_out_before_it_came_in()
    {
        var player = Play(SpeakingOrder.Roster, [new ScriptStep.Absent("Felix"), new ScriptStep.Wait(TimeSpan.FromSeconds(1)), new ScriptStep.WalkOut("Rateb")]);

        _stage.EndWait();

        Assert.Equal(["join Rateb Leaves", "wait 1", "leave Rateb"], _stage.Told);
        Assert.Null(player.StuckAt);
    }
}
