using BotNode.Output;
using BotNode.Running;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

public sealed class OutcomeTests
{
    private static readonly Scenario Scenario = new("test", [Persona.WithoutWords("Felix")], Catalogue.Empty);

    private static readonly RoomEvent[] Gathering = [new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 2)];
    private static readonly RoomEvent[] InRound2 = [.. Gathering, new Joined(2, 0, "Felix", "local"), RoundBegins(3, 1), RoundBegins(4, 2)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)] // Refused, or stopped by the room.
    public void A_bot_that_ends_as_the_room_wants_it_is_no_problem(int code) =>
        Assert.Null(Problem([.. InRound2, new Closed(5, 0, CloseReason.Completed)], new ProcessEnd("Felix", code, ByScript: false)));

    [Fact]
    public void A_bot_that_the_script_killed_is_no_problem() =>
        Assert.Null(Problem([.. InRound2, new Closed(5, 0, CloseReason.Completed)], new ProcessEnd("Felix", 137, ByScript: true)));

    [Fact]
    public void A_bot_that_crashed_is_named_with_the_round_that_it_got_to() => Assert.Equal(
        "Felix crashed: its process ended with exit code 3 in round 1.",
        Problem(
            [.. InRound2[..3], new Left(4, 0, "Felix", Leaving.Crashed), RoundBegins(5, 2), new Closed(6, 0, CloseReason.Completed)],
            new ProcessEnd("Felix", 3, ByScript: false)));

    [Fact]
    public void A_bot_that_the_room_lost_though_it_did_not_crash_is_named() => Assert.Equal(
        "the seed node lost its connection to Felix in round 2.",
        Problem([.. InRound2, new Left(5, 0, "Felix", Leaving.Crashed), new Closed(6, 0, CloseReason.Completed)], new ProcessEnd("Felix", 1, ByScript: false)));

    [Fact]
    public void A_bot_that_crashed_got_as_far_as_the_room_though_it_had_said_Bye_and_another_was_gone() => Assert.Equal(
        "Felix crashed: its process ended with exit code 3 in round 2.",
        Problem(
            [.. InRound2[..3], new Left(4, 0, "Marija", Leaving.Stopped), new Left(5, 0, "Felix", Leaving.Bye), RoundBegins(6, 2), new Closed(7, 0, CloseReason.Completed)],
            new ProcessEnd("Felix", 3, ByScript: false)));

    [Theory]
    [InlineData(128, "exit code 128")]
    [InlineData(139, "signal 11")]
    public void An_exit_code_above_128_is_a_signal_but_on_Windows(int code, string how) => Assert.Contains(
        OperatingSystem.IsWindows() ? $"exit code {code}" : how, Outcome.BreakingOff(new ProcessEnd("seed node", code, ByScript: false), Gathering), StringComparison.Ordinal);

    [Fact]
    public void All_problems_are_named() => Assert.Equal(
        "Felix crashed: its process ended with exit code 3 before it had joined; the seed node lost its connection to Marija before the first round.",
        Problem([.. Gathering, new Joined(2, 0, "Marija", "local"), new Left(3, 0, "Marija", Leaving.Crashed)], new ProcessEnd("Felix", 3, ByScript: false)));

    [Fact]
    public void A_bot_that_said_Bye_was_not_lost() =>
        Assert.Null(Problem([.. InRound2, new Left(5, 0, "Felix", Leaving.Bye), new Closed(6, 0, CloseReason.Completed)]));

    [Fact]
    public void A_bot_that_the_script_crashes_is_lost_as_it_should_be()
    {
        RoomEvent[] events = [.. InRound2, new Left(5, 0, "Felix", Leaving.Crashed), new Closed(6, 0, CloseReason.Completed)];

        Assert.Null(Outcome.Problem(Scenario with { Script = [new ScriptStep.Crash("Felix")] }, new StageOutcome([.. events], null), []));
    }

    [Fact]
    public void A_bot_is_lost_when_it_came_back_before_or_another_one_did() => Assert.Equal(
        "the seed node lost its connection to Felix in round 2.",
        Problem(
        [
            .. InRound2, new Returned(5, 0, "Felix", "local"), new Left(6, 0, "Felix", Leaving.Crashed), new Returned(7, 0, "Marija", "local"),
            new Closed(8, 0, CloseReason.Completed),
        ]));

    [Fact]
    public void A_bot_that_came_back_was_not_lost() => Assert.Null(
        Problem([.. InRound2, new Left(5, 0, "Felix", Leaving.Crashed), new Returned(6, 0, "Felix", "local"), new Closed(7, 0, CloseReason.Completed)]));

    [Theory]
    [InlineData(CloseReason.TooFew, null)]
    [InlineData(CloseReason.Abandoned, "the room should end with completed, and ended with abandoned")]
    public void A_room_may_close_for_any_reason_that_is_by_its_rules(CloseReason reason, string? problem) =>
        Assert.Equal(problem, Problem([.. InRound2, new Closed(5, 0, reason)]));

    [Fact]
    public void What_the_scenario_expects_must_have_happened() => Assert.Equal(
        $"round 1 should have verdicts, and was not played to its end{Environment.NewLine}the room should end with abandoned, and ended with completed",
        Outcome.Problem(
            Scenario with { Expect = new Expectation { Reason = CloseReason.Abandoned, Verdicts = [[new ParticipantVerdict("Felix", Verdict.Answered)]] } },
            new StageOutcome([.. InRound2, new Closed(5, 0, CloseReason.Completed)], null), []));

    [LinuxTheory]
    [InlineData(129, true)]
    [InlineData(130, true)]
    [InlineData(131, true)]
    [InlineData(143, true)]
    [InlineData(137, false)]
    [InlineData(2, false)]
    public void Ctrl_C_and_the_end_of_a_terminal_or_of_a_session_are_interruptions(int code, bool isInterruption) =>
        Assert.Equal(isInterruption, ExitCode.IsInterruption(code));

    [Fact]
    public void A_bot_that_crashed_is_missed_while_the_room_gathers_only()
    {
        var crashed = new ProcessEnd("Felix", 3, ByScript: false);

        Assert.True(Outcome.IsMissedWhileGathering(crashed, Gathering));
        Assert.False(Outcome.IsMissedWhileGathering(crashed with { Code = 1 }, Gathering));
        Assert.False(Outcome.IsMissedWhileGathering(crashed with { ByScript = true }, Gathering));
        Assert.False(Outcome.IsMissedWhileGathering(crashed, InRound2));
        Assert.False(Outcome.IsMissedWhileGathering(crashed, [.. Gathering, new Closed(2, 0, CloseReason.Stopped)]));
    }

    [Fact]
    public void A_seed_node_breaks_off_what_its_room_had_not_closed()
    {
        var end = new ProcessEnd("seed node", 3, ByScript: false);

        Assert.Equal("seed node crashed: its process ended with exit code 3 before the first round.", Outcome.BreakingOff(end, Gathering));
        Assert.Null(Outcome.BreakingOff(end, [.. InRound2, new Closed(5, 0, CloseReason.Completed)]));
        Assert.Null(Outcome.BreakingOff(end with { Code = 2 }, Gathering));
    }

    [LinuxFact]
    public void A_seed_node_that_was_told_to_end_breaks_off_even_a_room_that_it_has_closed()
    {
        var end = new ProcessEnd("seed node", 143, ByScript: false);

        Assert.Equal("seed node was told to end by signal 15 in round 2.", Outcome.BreakingOff(end, [.. InRound2, new Closed(5, 0, CloseReason.Stopped)]));
        Assert.Null(Outcome.BreakingOff(end, [.. InRound2, new Closed(5, 0, CloseReason.Completed)]));
    }

    private static string? Problem(RoomEvent[] events, params ProcessEnd[] bots) => Outcome.Problem(Scenario, new StageOutcome([.. events], null), bots);

    private static Suggested RoundBegins(int n, int round) => new(n, 0, round, new Suggestion("chill", "read", null, "Let's read!"));
}
