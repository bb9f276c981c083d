using BotNode.Tests.Programs;

namespace BotNode.Tests.Running;

/// <summary>Programs that think for bots of a `run`.</summary>
public sealed class RunMindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task A_program_thinks_for_its_bot_and_another_for_all_others()
    {
        await using var run = RunningProgram.Start("run", "--exec", $"Felix={Saying("his")}", "--exec", $"*={Saying("another")}");

        await run.EndsQuietlyAsync(0);
        Assert.Equal(
            ["Felix: his", "Madelen: another", "Marija: another", "Rateb: another"],
            run.OutputLines.Where(line => line.EndsWith(": his", StringComparison.Ordinal) || line.EndsWith(": another", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [LinuxFact]
    public async Task A_bot_crashes_with_its_program_and_the_run_says_which()
    {
        await using var run = RunningProgram.Start("run", "--exec", "Felix=read -r line; echo no idea >&2; exit 3");

        Assert.Equal(1, await run.ExitAsync());
        Assert.Contains("Felix crashed and is out of the chatroom.", run.OutputLines);
        Assert.Contains("Felix: no idea", run.ErrorLines);
        Assert.Contains(
            "Felix: botnode: The program of --exec ended with exit code 3 before the conversation did, and the bot crashed with it: 'read -r line; echo no idea >&2; exit 3'",
            run.ErrorLines);
    }

    [LinuxFact]
    public async Task Ctrl_C_ends_programs_that_do_not_heed_the_end_of_their_input()
    {
        var file = _folder.File("pid");
        await using var run = RunningProgram.Start("run", "--exec", $"Felix=echo $$ > {file}.new; mv {file}.new {file}; exec sleep 1000");
        Assert.True(await HoldsAsync(() => File.Exists(file)));
        var process = await File.ReadAllTextAsync(file);

        run.Signal(RunningProgram.Interrupt);

        Assert.Equal(130, await run.ExitAsync());
        Assert.True(await HoldsAsync(() => !Directory.Exists($"/proc/{process.Trim()}")));
    }

    [Fact]
    public async Task A_program_for_nobody_on_the_roster_is_told_before_anything_starts()
    {
        var run = await InProcess.RunAsync("run", "--exec", "Zed=true");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("botnode: --exec names 'Zed', who is not on the roster: ", run.Errors, StringComparison.Ordinal);
    }

    private static Task<bool> HoldsAsync(Func<bool> isSo) => Task.Run(() => SpinWait.SpinUntil(isSo, TimeSpan.FromMinutes(1)));

    private static string Saying(string text) => $$"""while read -r line; do case "$line" in *'"prompt"'*) echo '{"text":"{{text}}"}';; esac; done""";
}
