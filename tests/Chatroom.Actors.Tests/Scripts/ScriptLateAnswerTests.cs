namespace Chatroom.Actors.Tests;

/// <summary>Which round a late answer of a script is to, and when it is given.</summary>
public sealed class ScriptLateAnswerTests : ScriptPlayerTest
{
    [Fact]
    public void A_late_answer_waits_for_the_end_of_the_round_that_the_bot_let_go_by()
    {
        var script = new ScriptStep[] { new ScriptStep.Silent("Felix"), new ScriptStep.Answer("Felix", "sorry", Late: true) };
        var player = Play(script, In("Felix"), In("Rateb"), Suggested, Says("Rateb"));
        Assert.DoesNotContain("answer Felix 1 sorry", _stage.Told);

        player.Happened(RoundClosed);
        Assert.Contains("answer Felix 1 sorry", _stage.Told);
    }

    [Fact]
    public void A_late_answer_is_to_the_round_that_was_let_go_by_though_another_was_answered_since()
    {
        var script = new ScriptStep[] { new ScriptStep.Silent("Felix"), new ScriptStep.Answer("Felix", "no"), new ScriptStep.Answer("Felix", "sorry", Late: true) };

        Play(script, In("Felix"), In("Rateb"), Suggested, Says("Rateb"), RoundClosed, Suggested with { Round = 2 }, Says("Felix") with { Round = 2 });

        Assert.Equal(["answer Felix 2 no", "answer Felix 1 sorry"], _stage.Told.Where(told => told.StartsWith("answer", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_late_answer_is_awaited_beyond_the_end_of_the_round_that_is_open()
    {
        var script = new ScriptStep[] { new ScriptStep.Silent("Felix"), new ScriptStep.Answer("Felix", "sorry", Late: true), new ScriptStep.Leave("Rateb") };
        var twoRounds = Scenario(SpeakingOrder.Arrival, script) with { Room = new RoomSettings { Rounds = 2 } };
        var player = new ScriptPlayer(twoRounds, _stage);
        RoomEvent[] events = [new Opened(1, 0, "chatroom", "test", 1, ["Felix", "Rateb"], 2), In("Felix"), In("Rateb"), Suggested, Says("Rateb"), RoundClosed, Suggested with { Round = 2 }];
        events.ToList().ForEach(player.Happened);

        player.Happened(RoundClosed with { Round = 2 });
        Assert.Equal("answer Felix 1 sorry", _stage.Told[^1]);

        player.Happened(Says("Felix") with { Late = true });
        Assert.Equal("leave Rateb", _stage.Told[^1]);
    }

    [Fact]
    public void Who_let_a_round_go_by_without_a_step_may_answer_it_late()
    {
        var player = Play([new ScriptStep.Answer("Felix", "sorry", Late: true)], In("Felix"), In("Rateb"), Suggested, Says("Rateb"));

        player.Happened(RoundClosed with { Verdicts = [new ParticipantVerdict("Felix", Verdict.Silent), new ParticipantVerdict("Rateb", Verdict.Answered)] });

        Assert.Contains("answer Felix 1 sorry", _stage.Told);
    }

    [Fact]
    public void A_round_is_answered_late_once()
    {
        var late = new ScriptStep.Answer("Felix", "sorry", Late: true);
        var player = Play([new ScriptStep.Silent("Felix"), late, late], In("Felix"), In("Rateb"), Suggested, Says("Rateb"), RoundClosed, Says("Felix") with { Late = true });

        player.Happened(new Closed(0, 0, CloseReason.Completed));

        Assert.Single(_stage.Told, "answer Felix 1 sorry");
        Assert.Equal(2, player.StuckAt);
    }

    [Fact]
    public void Also_in_roster_order_a_late_answer_holds_the_next_step_up_for_it_waits_for_nobodys_turn()
    {
        var script = new ScriptStep[] { new ScriptStep.Silent("Rateb"), new ScriptStep.Answer("Rateb", "sorry", Late: true, Round: 1), new ScriptStep.Answer("Felix", "ok") };
        Play(SpeakingOrder.Roster, script, In("Felix"), In("Rateb"), Suggested, RoundClosed, Suggested with { Round = 2 });

        Assert.Equal("answer Rateb 1 sorry", _stage.Told[^1]);
    }
}
