namespace Chatroom.Actors.Tests;

/// <summary>Whether a script is through, and at which step it is stuck when it is not.</summary>
public sealed class ScriptStuckTests : ScriptPlayerTest
{
    [Fact]
    public void A_refusal_for_another_reason_is_told()
    {
        var player = Play([new ScriptStep.Join("Rateb"), new ScriptStep.RefusedJoin("Rateb", RefusalReason.RoomFull)],
            In("Rateb"), new Refused(0, 0, "Rateb", RefusalReason.NameTaken, "", "local"));

        Assert.Equal(1, player.StuckAt);
    }

    [Fact]
    public void Who_is_gone_is_not_waited_for()
    {
        var player = Play([new ScriptStep.WalkOut("Felix"), new ScriptStep.WalkOut("Felix")], In("Felix"), In("Rateb"), Suggested, Goes("Felix"));

        Assert.Single(_stage.Told, "leave Felix");
        Assert.Equal(1, player.StuckAt);
    }

    [Fact]
    public void A_step_that_is_held_back_when_the_room_closes_was_not_done()
    {
        var player = Play([new ScriptStep.WalkOut("Felix") { After = TimeSpan.FromSeconds(2) }], In("Felix"), new Closed(0, 0, CloseReason.Stopped));

        Assert.Equal(0, player.StuckAt);
    }

    [Fact]
    public void A_script_that_is_through_is_not_stuck()
    {
        Assert.Null(Play([new ScriptStep.Join("Felix"), new ScriptStep.Absent("Rateb")], In("Felix")).StuckAt);
    }

    [Fact]
    public void A_script_tells_the_step_that_had_no_effect()
    {
        var player = Play([new ScriptStep.Join("Rateb"), new ScriptStep.Join("Felix"), new ScriptStep.Leave("Felix")],
            In("Rateb"), new Closed(0, 0, CloseReason.Stopped));

        Assert.Equal(1, player.StuckAt);
    }
}
