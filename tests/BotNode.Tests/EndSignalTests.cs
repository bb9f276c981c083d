using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>Whoever tells a run to end, however and when: it ends in order, and nothing of it is left.</summary>
public sealed class EndSignalTests : IDisposable
{
    // Long enough that no bot answers by itself before the test is done with it.
    private const string LongThought = "10m";

    private readonly TemporaryFolder _folder = new();

    private string Transcript => _folder.File("talk.jsonl");

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData(RunningProgram.HangUp, 129)]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Quit, 131)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task A_signal_to_a_run_ends_it_with_a_whole_transcript_and_the_code_of_the_signal(int signal, int exitCode)
    {
        await using var run = Start();
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);

        run.Signal(signal);

        await run.EndsQuietlyAsync(exitCode);
        await ProcessTree.GoneAsync(children);
        await IsStopped();
    }

    [LinuxTheory]
    [InlineData(RunningProgram.HangUp, 129)]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Quit, 131)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task A_signal_to_all_its_processes_does_so_too(int signal, int exitCode)
    {
        await using var run = Start();
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);

        run.SignalGroup(signal);

        await run.EndsQuietlyAsync(exitCode);
        await ProcessTree.GoneAsync(children);
        await IsStopped();
    }

    [LinuxFact]
    public async Task A_signal_that_comes_twice_at_once_as_from_timeout_is_one()
    {
        await using var run = Start();
        await RoundOpened(run);

        run.Signal(RunningProgram.Terminate);
        run.SignalGroup(RunningProgram.Terminate);
        run.SignalGroup(RunningProgram.HangUp);

        Assert.Contains(await run.ExitAsync(), new[] { 129, 143 });
        Assert.Empty(run.ErrorLines);
        await IsStopped();
    }

    [LinuxTheory]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task A_signal_to_all_while_they_start_leaves_no_process_and_no_half_transcript(int signal, int exitCode)
    {
        await using var run = Start();
        using var limit = new CancellationTokenSource(RunningProgram.Limit);
        IReadOnlyList<int> children;
        while ((children = ProcessTree.ChildrenOf(run.Id)).Count < 5)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);

        run.SignalGroup(signal);

        await run.EndsQuietlyAsync(exitCode);
        await ProcessTree.GoneAsync(children);
        if (File.Exists(Transcript))
            await IsStopped();
    }

    [LinuxTheory]
    [InlineData(RunningProgram.HangUp)]
    [InlineData(RunningProgram.Terminate)]
    public async Task A_seed_node_that_is_told_to_end_closes_the_room_and_the_run_says_so_and_ends_with_1(int signal)
    {
        await using var run = Start();
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);

        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "seed"), signal);

        Assert.Equal(1, await run.ExitAsync());
        Assert.Equal($"botnode: seed node was told to end by signal {signal} in round 1.", Assert.Single(run.ErrorLines));
        await ProcessTree.GoneAsync(children);
        await IsStopped();
    }

    [LinuxTheory]
    [InlineData(RunningProgram.HangUp)]
    [InlineData(RunningProgram.Interrupt)]
    [InlineData(RunningProgram.Terminate)]
    public async Task A_bot_of_a_run_leaves_signals_to_the_run(int signal)
    {
        await using var run = RunningProgram.Start("run", "--rounds", "2", "--think", "2s");
        await RoundOpened(run);

        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "bot", "--name=Felix"), signal);

        await run.EndsQuietlyAsync(0);
    }

    [LinuxFact]
    public async Task A_second_signal_ends_it_at_once_and_kills_even_a_node_that_hangs()
    {
        await using var run = Start();
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);
        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "seed"), RunningProgram.Halt);

        await run.InsistAsync(RunningProgram.Terminate);

        await run.EndsQuietlyAsync(143);
        await ProcessTree.GoneAsync(children);
    }

    [LinuxFact]
    public async Task Several_signals_at_once_that_insist_leave_no_node_either()
    {
        await using var run = Start();
        await RoundOpened(run);
        var children = ProcessTree.ChildrenOf(run.Id);
        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "seed"), RunningProgram.Halt);

        await run.InsistAsync(RunningProgram.HangUp, RunningProgram.Interrupt, RunningProgram.Terminate);

        Assert.Contains(await run.ExitAsync(), new[] { 129, 130, 143 });
        await ProcessTree.GoneAsync(children);
    }

    [PythonFact]
    public async Task The_end_of_its_terminal_ends_it_in_order_and_with_the_code_of_that()
    {
        var terminal = _folder.With("terminal.py", """
            import os, pty, sys

            run, terminal = pty.fork()
            if run == 0:
                os.execv(sys.argv[1], sys.argv[1:])
            seen = b""
            while b"Host suggested" not in seen:
                seen += os.read(terminal, 4096)
            os.close(terminal)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]))
            """);
        await using var python = RunningProgram.StartInShell(
            $"exec python3 {terminal} {RunningProgram.InShell}", "run", "--think", LongThought, "--transcript", Transcript);

        await python.EndsQuietlyAsync(129);
        await IsStopped();
    }

    [LinuxFact]
    public async Task The_end_of_its_terminal_does_not_end_what_nohup_has_started()
    {
        await using var run = RunningProgram.StartInShell(
            $"trap '' HUP; exec setsid {RunningProgram.InShell}", "run", "--think", LongThought, "--transcript", Transcript);
        await RoundOpened(run);

        run.SignalGroup(RunningProgram.HangUp);
        run.SignalGroup(RunningProgram.Terminate);

        await run.EndsQuietlyAsync(143);
        await IsStopped();
    }

    private RunningProgram Start(params string[] more) =>
        RunningProgram.StartAsGroup(["run", "--seed", "7", "--think", LongThought, "--transcript", Transcript, .. more]);

    private static Task<string> RoundOpened(RunningProgram run) =>
        run.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

    private async Task IsStopped()
    {
        var show = await InProcess.RunAsync("show", Transcript);
        Assert.Equal((0, ""), (show.ExitCode, show.Errors));
        Assert.Contains("ended     stopped", show.Output, StringComparison.Ordinal);
    }
}
