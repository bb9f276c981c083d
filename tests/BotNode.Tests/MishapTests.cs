using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>Processes that are killed or interrupted in the middle of a round: who notices, and that nobody is left behind.</summary>
public sealed class MishapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Long enough that no bot answers by itself before the test is done with it.
    private const string LongThought = "10m";

    [LinuxFact]
    public async Task A_bot_killed_in_a_round_is_noted_and_named_and_the_others_leave()
    {
        // Felix says nothing, so that he can't have left before he is killed, however slow this machine is.
        var scenario = _folder.With("silent.conf", """
            include "personas.conf"
            include "suggestions.conf"
            room.reply-timeout = 10 minutes
            roster = [Marija, Felix, Madelen, Rateb]
            script = [{ silent = Felix }]
            """);
        await using var run = RunningProgram.Start("run", scenario);
        await RoundOpened(run);

        await Kill(ProcessTree.ChildOf(run.Id, "bot", "--name=Felix"));

        Assert.Equal(1, await run.ExitAsync());
        Assert.Contains("Felix crashed and is out of the chatroom.", run.OutputLines);
        Assert.Equal(3, run.OutputLines.Count(line => line.EndsWith(" left the chatroom.", StringComparison.Ordinal)));
        Assert.Equal(
            "botnode: Felix crashed: its process was ended by signal 9 in round 1.",
            Assert.Single(run.ErrorLines, line => line.StartsWith("botnode: ", StringComparison.Ordinal)));
    }

    [LinuxFact]
    public async Task A_bot_killed_before_the_first_round_ends_the_run_with_a_whole_transcript()
    {
        // Rateb never joins, so that the room gathers until Felix is dead.
        var scenario = _folder.With("gathering.conf", """
            include "personas.conf"
            include "suggestions.conf"
            room.join-timeout = 10 minutes
            roster = [Marija, Felix, Rateb]
            script = [{ absent = Rateb }]
            """);
        var transcript = _folder.File("talk.jsonl");
        await using var run = RunningProgram.Start("run", scenario, "--transcript", transcript);

        // Marija and Felix are in, whoever came first.
        await run.LineAsync(line => line == "Waiting for 1 client(s) to join the chat.");

        await Kill(ProcessTree.ChildOf(run.Id, "bot", "--name=Felix"));

        Assert.Equal(1, await run.ExitAsync());
        // The room may have missed Felix by then, and waits for him again.
        Assert.Contains(run.OutputLines, line => line.StartsWith("The chatroom is closed: ", StringComparison.Ordinal)
            && line.EndsWith("Rateb did not join in time.", StringComparison.Ordinal));
        Assert.Equal(
            "botnode: Felix crashed: its process was ended by signal 9 before the first round.",
            Assert.Single(run.ErrorLines, line => line.StartsWith("botnode: ", StringComparison.Ordinal)));
        var show = await InProcess.RunAsync("show", transcript, "--digest");
        var replay = await InProcess.RunAsync("replay", transcript, "--digest");
        Assert.Equal((0, show.Output), (replay.ExitCode, replay.Output));
    }

    [LinuxTheory]
    [InlineData("Felix")] // He waits for his turn to join.
    [InlineData("Rateb")]
    public async Task A_bot_killed_before_it_had_joined_is_named_and_nobody_else_is(string killed)
    {
        var scenario = _folder.With("waiting.conf", """
            include "personas.conf"
            include "suggestions.conf"
            room.join-timeout = 10 minutes
            roster = [Marija, Felix, Rateb]
            script = [{ join = Marija }, { wait = 10 minutes }, { join = Felix }, { join = Rateb }]
            """);
        await using var run = RunningProgram.Start("run", scenario);
        await run.LineAsync(line => line == "Waiting for 2 client(s) to join the chat.");

        await Kill(ProcessTree.ChildOf(run.Id, "bot", $"--name={killed}"));

        Assert.Equal(1, await run.ExitAsync());
        Assert.Equal(
            $"botnode: {killed} crashed: its process was ended by signal 9 before it had joined.",
            Assert.Single(run.ErrorLines, line => line.StartsWith("botnode: ", StringComparison.Ordinal)));
    }

    [LinuxTheory]
    [InlineData("crash-while-gathering")]
    [InlineData("crash-in-round")]
    [InlineData("crash-after-answering")]
    public async Task A_bot_killed_as_the_scenario_has_it_comes_out_across_processes_as_in_a_replay(string scenario)
    {
        var transcript = _folder.File("talk.jsonl");

        await using var run = RunningProgram.Start("run", scenario, "--transcript", transcript);

        await run.EndsQuietlyAsync(0);
        var show = await InProcess.RunAsync("show", transcript, "--digest");
        var replay = await InProcess.RunAsync("replay", transcript, "--digest");
        Assert.Equal((0, show.Output), (replay.ExitCode, replay.Output));
    }

    [LinuxFact]
    public async Task A_killed_seed_node_ends_the_run_with_1_and_takes_the_bots_along()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7", "--think", LongThought);
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);

        await Kill(ProcessTree.ChildOf(run.Id, "seed"));

        Assert.Equal(1, await run.ExitAsync());
        Assert.Contains("botnode: seed node crashed: its process was ended by signal 9 in round 1.", run.ErrorLines);
        await ProcessTree.GoneAsync(children);
    }

    [LinuxFact]
    public async Task A_killed_run_leaves_no_process_behind()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7", "--think", LongThought);
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);
        Assert.Equal(5, children.Count);

        run.KillHard();

        await ProcessTree.GoneAsync(children);
    }

    [LinuxFact]
    public async Task An_interrupted_run_does_not_wait_for_ever_for_a_seed_node_that_hangs()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7", "--think", LongThought);
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);
        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "seed"), RunningProgram.Halt);

        run.Signal(RunningProgram.Interrupt);

        await run.EndsQuietlyAsync(130);
        await ProcessTree.GoneAsync(children);
    }

    private static Task<string> RoundOpened(RunningProgram run) =>
        run.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

    private static async Task Kill(int process)
    {
        RunningProgram.SignalTo(process, RunningProgram.Kill);
        await ProcessTree.GoneAsync([process]);
    }
}
