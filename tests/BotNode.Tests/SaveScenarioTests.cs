using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>A live conversation becomes a scenario that needs nobody's mind.</summary>
public sealed class SaveScenarioTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("arrival")]
    [InlineData("roster")]
    public async Task What_was_run_replays_and_runs_again_from_the_file_alone(string order)
    {
        var (file, transcript) = (_folder.File("talk.conf"), _folder.File("talk.jsonl"));
        await using var run = RunningProgram.Start(
            "run", "--seed", "11", "--rounds", "2", "--order", order, "--save-scenario", file, "--transcript", transcript);
        await run.EndsQuietlyAsync(0);

        await ReplaysLike(transcript, file);
        await using var again = RunningProgram.Start("run", file);
        await again.EndsQuietlyAsync(0);
        Assert.Equal(Said(run), Said(again));
    }

    [Theory]
    [InlineData("original")]
    [InlineData("crash-in-round")]
    [InlineData("cut-off")]
    public async Task A_scenario_that_was_run_is_saved(string name)
    {
        var (file, transcript) = (_folder.File("talk.conf"), _folder.File("talk.jsonl"));
        await using var run = RunningProgram.Start("run", name, "--save-scenario", file, "--transcript", transcript);
        await run.EndsQuietlyAsync(0);

        await ReplaysLike(transcript, file);
    }

    [LinuxFact]
    public async Task A_conversation_in_which_a_bot_was_killed_is_saved_too()
    {
        var scenario = _folder.With("silent.conf", """
            include "scenarios/default.conf"
            room.rounds = 2
            script = [{ silent = Felix }]
            """);
        var (file, transcript) = (_folder.File("talk.conf"), _folder.File("talk.jsonl"));
        await using var run = RunningProgram.Start("run", scenario, "--save-scenario", file, "--transcript", transcript);
        await run.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

        RunningProgram.SignalTo(ProcessTree.ChildOf(run.Id, "bot", "--name=Felix"), RunningProgram.Kill);

        Assert.Equal(1, await run.ExitAsync());
        await ReplaysLike(transcript, file);
    }

    [LinuxFact]
    public async Task A_conversation_that_was_interrupted_is_not_saved_and_that_is_told()
    {
        var file = _folder.File("talk.conf");
        await using var run = RunningProgram.Start("run", "--think", "10m", "--save-scenario", file);
        await run.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

        run.Signal(RunningProgram.Interrupt);

        Assert.Equal(130, await run.ExitAsync());
        Assert.Equal([$"botnode: {file} is not written: the conversation was stopped."], run.ErrorLines);
        Assert.Equal("The chatroom is closed: it was stopped.", run.OutputLines[^1]);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_file_that_exists_is_not_overwritten()
    {
        var file = _folder.With("talk.conf", "precious");

        var run = await InProcess.RunAsync("run", "--save-scenario", file);

        Assert.Equal(
            (2, $"botnode: {file} exists already; choose another name for --save-scenario, or remove it."),
            (run.ExitCode, run.Errors.TrimEnd()));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_file_that_the_transcript_goes_to_is_refused()
    {
        var file = _folder.File("talk");

        var run = await InProcess.RunAsync("run", "--save-scenario", file, "--transcript", file);

        Assert.Equal((2, $"botnode: --save-scenario and --transcript both name {file}; they are two files."), (run.ExitCode, run.Errors.TrimEnd()));
    }

    [LinuxFact]
    public async Task A_folder_that_takes_no_file_is_noticed_before_the_conversation()
    {
        var run = await InProcess.RunAsync("run", "--save-scenario", "/proc/talk.conf");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("botnode: /proc/talk.conf can't be written: ", Assert.Single(run.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task ReplaysLike(string transcript, string scenario)
    {
        var recorded = await InProcess.RunAsync("replay", transcript, "--digest");
        var saved = await InProcess.RunAsync("replay", scenario, "--digest");
        Assert.Equal((0, ""), (saved.ExitCode, saved.Errors));
        Assert.Equal(recorded, saved);
    }

    private static List<string> Said(RunningProgram run) =>
        [.. run.OutputLines.Where(line => line.Split(':')[0] is "Host" or "Felix" or "Madelen" or "Marija" or "Rateb")];
}
