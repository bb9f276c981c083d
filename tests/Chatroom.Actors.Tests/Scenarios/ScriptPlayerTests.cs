namespace Chatroom.Actors.Tests;

public sealed class ScriptPlayerTests
{
    private static readonly Suggestion Party = new("chill", "party", null, "Party?");

    private readonly RecordingStage _stage = new();

    private static Scenario Scenario(SpeakingOrder order, params ScriptStep[] script) => new()
    {
        Name = "test",
        Roster = [Bot("Felix"), Bot("Rateb")],
        Catalogue = new Catalogue([], []),
        Room = new RoomSettings { Next = SuggestionSource.Script, Order = order },
        Suggestions = [Party],
        Script = ValueList.Create(script.AsSpan()),
    };

    private static Persona Bot(string name) => new(name, "", "chill", []);

    private ScriptPlayer Play(ScriptStep[] script, params RoomEvent[] events) => Play(SpeakingOrder.Arrival, script, events);

    private ScriptPlayer Play(SpeakingOrder order, ScriptStep[] script, params RoomEvent[] events)
    {
        var player = new ScriptPlayer(Scenario(order, script), _stage);
        player.Happened(new Opened(1, 0, "chatroom", "test", 1, ["Felix", "Rateb"], 1));
        foreach (var happened in events)
        {
            player.Happened(happened);
        }
        return player;
    }

    private static Joined In(string name) => new(0, 0, name, "local");

    private static Said Says(string name) => new(0, 0, 1, name, "ok", false);

    private static Left Goes(string name) => new(0, 0, name, Leaving.Bye);

    private static readonly Suggested Suggested = new(0, 0, 1, Party);

    private static readonly RoundClosed RoundClosed = new(0, 0, 1, []);

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
        var script = new ScriptStep[] { new ScriptStep.Join("Rateb"), new ScriptStep.Intrude("Rateb", RefusalReason.NameTaken), new ScriptStep.Join("Felix") };

        Play(script, In("Rateb"), new Refused(0, 0, "Rateb", RefusalReason.NameTaken, "", "local"));

        Assert.Equal(["join Rateb None", "intrude Rateb", "join Felix None"], _stage.Told);
    }

    [Fact]
    public void Who_is_to_be_refused_comes_after_the_one_that_has_the_name()
    {
        var player = Play([new ScriptStep.Intrude("Rateb", RefusalReason.NameTaken)], In("Felix"));
        Assert.DoesNotContain("intrude Rateb", _stage.Told);

        player.Happened(In("Rateb"));
        Assert.Contains("intrude Rateb", _stage.Told);
    }

    [Fact]
    public void A_refusal_for_another_reason_is_told()
    {
        var player = Play([new ScriptStep.Join("Rateb"), new ScriptStep.Intrude("Rateb", RefusalReason.RoomFull)],
            In("Rateb"), new Refused(0, 0, "Rateb", RefusalReason.NameTaken, "", "local"));

        Assert.Equal(1, player.StuckAt);
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

    [Fact]
    public void Who_is_gone_is_not_waited_for()
    {
        var player = Play([new ScriptStep.WalkOut("Felix"), new ScriptStep.WalkOut("Felix")], In("Felix"), In("Rateb"), Suggested, Goes("Felix"));

        Assert.Single(_stage.Told, "leave Felix");
        Assert.Equal(1, player.StuckAt);
    }

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
    public void Nothing_is_awaited_of_who_walks_out_before_it_came_in()
    {
        var player = Play(SpeakingOrder.Roster, [new ScriptStep.Absent("Felix"), new ScriptStep.Wait(TimeSpan.FromSeconds(1)), new ScriptStep.WalkOut("Rateb")]);

        _stage.EndWait();

        Assert.Equal(["join Rateb Leaves", "wait 1", "leave Rateb"], _stage.Told);
        Assert.Null(player.StuckAt);
    }

    [Fact]
    public void A_wait_holds_the_steps_behind_it()
    {
        Play([new ScriptStep.Wait(TimeSpan.FromSeconds(5)), new ScriptStep.Join("Felix")]);
        Assert.DoesNotContain("join Felix None", _stage.Told);

        _stage.EndWait();
        Assert.Contains("join Felix None", _stage.Told);
    }

    [Fact]
    public void A_step_with_after_is_held_back_once_it_is_ready()
    {
        var player = Play([new ScriptStep.Answer("Felix", "hm") { After = TimeSpan.FromSeconds(2) }], In("Felix"), In("Rateb"));
        Assert.DoesNotContain("wait 2", _stage.Told);

        player.Happened(Suggested);
        Assert.Equal("wait 2", _stage.Told[^1]);

        _stage.EndWait();
        Assert.Equal("answer Felix 1 hm", _stage.Told[^1]);
    }

    [Fact]
    public void A_step_with_at_waits_for_what_is_left_until_then()
    {
        var player = Play([new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb") { At = TimeSpan.FromSeconds(10) }]);
        _stage.Now += TimeSpan.FromSeconds(4);

        player.Happened(In("Felix"));
        Assert.Equal("wait 6", _stage.Told[^1]);

        _stage.EndWait();
        Assert.Equal("join Rateb None", _stage.Told[^1]);
    }

    [Fact]
    public void A_step_whose_time_has_gone_by_does_not_wait()
    {
        var player = Play([new ScriptStep.Join("Felix"), new ScriptStep.Join("Rateb") { At = TimeSpan.FromSeconds(1) }]);
        _stage.Now += TimeSpan.FromSeconds(4);

        player.Happened(In("Felix"));

        Assert.Equal("join Rateb None", _stage.Told[^1]);
    }

    [Fact]
    public void A_step_that_is_held_back_when_the_room_closes_was_not_done()
    {
        var player = Play([new ScriptStep.WalkOut("Felix") { After = TimeSpan.FromSeconds(2) }], In("Felix"), new Closed(0, 0, CloseReason.Stopped));

        Assert.Equal(0, player.StuckAt);
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

    [Fact]
    public void Leaving_by_itself_ends_it()
    {
        Play([], In("Felix"), In("Rateb"), Suggested, Says("Felix"), Says("Rateb"), RoundClosed, Goes("Felix"), Goes("Rateb"), new Closed(0, 0, CloseReason.Completed));

        Assert.Equal(["join Felix None", "join Rateb None"], _stage.Told);
    }

    private sealed class RecordingStage : IScriptStage
    {
        private Action? _then;

        public List<string> Told { get; } = [];

        public void Join(string name, Driven driven) => Told.Add($"join {name} {driven}");

        public void Intrude(string? name) => Told.Add($"intrude {name}");

        public void Answer(string name, int round, string? text) => Told.Add($"answer {name} {round} {text}");

        public void Leave(string name) => Told.Add($"leave {name}");

        public void Crash(string name) => Told.Add($"crash {name}");

        public void Disconnect(string name) => Told.Add($"disconnect {name}");

        public void Reconnect(string name) => Told.Add($"reconnect {name}");

        public TimeSpan Now { get; set; } = TimeSpan.FromHours(3);

        public void Wait(TimeSpan span, Action then)
        {
            Told.Add($"wait {span.TotalSeconds}");
            _then = then;
        }

        public void EndWait() => _then!();
    }
}
