using System.Diagnostics;

namespace Chatroom.Actors.Tests;

/// <summary>What each step of a script waits for before it is done.</summary>
public sealed class ScriptStepTests : ScriptPlayerTest
{
    [Fact]
    public void Without_a_script_everybody_joins_and_lives_by_itself()
    {
        Play([]);

        Assert.Equal(["join Felix None", "join Rateb None"], _stage.Told);
    }

    [Fact]
    public void A_bot_does_by_itself_what_the_script_has_no_step_for()
    {
        Play([new ScriptStep.Answer("Felix"), new ScriptStep.Leave("Rateb")]);

        Assert.Equal(["join Felix Answers", "join Rateb Leaves"], _stage.Told);
    }

    [Fact]
    public void A_step_waits_for_the_effect_of_the_one_before()
    {
        var player = Play([new ScriptStep.Join("Rateb"), new ScriptStep.Join("Felix")]);
        Assert.Equal(["join Rateb None"], _stage.Told);

        player.Happened(In("Rateb"));
        Assert.Equal(["join Rateb None", "join Felix None"], _stage.Told);
    }

    [Fact]
    public void A_refusal_is_an_effect()
    {
        var script = new ScriptStep[] { new ScriptStep.Join("Rateb"), new ScriptStep.RefusedJoin("Rateb", RefusalReason.NameTaken), new ScriptStep.Join("Felix") };

        Play(script, In("Rateb"), new Refused(0, 0, "Rateb", RefusalReason.NameTaken, "", "local"));

        Assert.Equal(["join Rateb None", "refused join Rateb", "join Felix None"], _stage.Told);
    }

    [Fact]
    public void Who_is_to_be_refused_comes_after_the_one_that_has_the_name()
    {
        var player = Play([new ScriptStep.RefusedJoin("Rateb", RefusalReason.NameTaken)], In("Felix"));
        Assert.DoesNotContain("refused join Rateb", _stage.Told);

        player.Happened(In("Rateb"));
        Assert.Contains("refused join Rateb", _stage.Told);
    }

    [Fact]
    public void A_join_that_is_refused_is_told_and_the_script_goes_on()
    {
        var player = Play([new ScriptStep.Join("Rateb"), new ScriptStep.Join("Felix")],
            new Refused(0, 0, "Rateb", RefusalReason.NameTaken, "", "local"));

        Assert.Equal(["join Rateb None", "join Felix None"], _stage.Told);
        Assert.Equal(0, player.StuckAt);
    }

    [Fact]
    public void An_answer_waits_for_the_suggestion()
    {
        var player = Play([new ScriptStep.Answer("Felix", "no")], In("Felix"), In("Rateb"));
        Assert.DoesNotContain("answer Felix 1 no", _stage.Told);

        player.Happened(Suggested);
        Assert.Contains("answer Felix 1 no", _stage.Told);
    }

    [Fact]
    public void A_leave_waits_for_the_end_of_the_last_round()
    {
        var player = Play([new ScriptStep.Leave("Felix")], In("Felix"), In("Rateb"), Suggested, Says("Felix"), Says("Rateb"));
        Assert.DoesNotContain("leave Felix", _stage.Told);

        player.Happened(RoundClosed);
        Assert.Contains("leave Felix", _stage.Told);
    }

    [Fact]
    public void A_walk_out_does_not_wait()
    {
        Play([new ScriptStep.WalkOut("Felix")], In("Felix"));

        Assert.Contains("leave Felix", _stage.Told);
    }

    [Fact]
    public void Nobody_waits_for_the_answer_of_a_bot_that_is_cut_off()
    {
        var script = new ScriptStep[] { new ScriptStep.Disconnect("Felix"), new ScriptStep.Answer("Felix", "hello?"), new ScriptStep.Reconnect("Felix") };

        Play(script, In("Felix"), In("Rateb"), Suggested);

        Assert.Equal(["join Felix Answers, Connection", "join Rateb None", "disconnect Felix", "answer Felix 1 hello?", "reconnect Felix"], _stage.Told);
    }

    [Fact]
    public void What_is_for_after_a_round_waits_for_its_end()
    {
        var player = Play([new ScriptStep.RoundOver(1), new ScriptStep.Crash("Felix")], In("Felix"), In("Rateb"), Suggested);
        Assert.DoesNotContain("crash Felix", _stage.Told);

        player.Happened(RoundClosed);
        Assert.Contains("crash Felix", _stage.Told);
    }

    [Fact]
    public void Leaving_by_itself_ends_it()
    {
        Play([], In("Felix"), In("Rateb"), Suggested, Says("Felix"), Says("Rateb"), RoundClosed, Goes("Felix"), Goes("Rateb"), new Closed(0, 0, CloseReason.Completed));

        Assert.Equal(["join Felix None", "join Rateb None"], _stage.Told);
    }

    [Fact]
    public void Every_step_can_be_played()
    {
        Kinds.AllAmong(SampleSteps.OneOfEach);
        Assert.All(SampleSteps.OneOfEach, step => Play([step], In("Felix"), In("Rateb"), Suggested, RoundClosed));
    }

    [Fact]
    public void A_step_that_was_forgotten_is_not_passed_over()
    {
        Assert.Throws<UnreachableException>(() => Play([new UnknownStep()]));
    }
}
