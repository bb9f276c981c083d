using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>A disk that is full, and a reader that goes away.</summary>
public sealed class LostOutputTests : IDisposable
{
    private const string FullDisk = "> /dev/full";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("replay original")]
    [InlineData("seed --port 0")]
    [InlineData("--help")]
    public async Task A_full_disk_is_one_line_and_2(string commandLine)
    {
        await using var program = RunningProgram.StartInShell($"exec {RunningProgram.InShell} {FullDisk}", commandLine.Split(' '));

        Assert.Equal(2, await program.ExitAsync());
        Assert.StartsWith("botnode: Can't write to stdout: ", Assert.Single(program.ErrorLines), StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_run_onto_a_full_disk_is_one_line_and_2_and_leaves_no_process_behind()
    {
        var scenario = Scenario();

        await using var run = RunningProgram.StartInShell($"exec {RunningProgram.InShell} {FullDisk}", "run", scenario, "--think", "10m");

        Assert.Equal(2, await run.ExitAsync());
        Assert.StartsWith("botnode: Can't write to stdout: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        await ProcessTree.GoneAsync(ProcessTree.Naming(scenario));
    }

    [LinuxFact]
    public async Task A_run_that_nobody_reads_ends_quietly_with_141_and_leaves_no_process_behind()
    {
        var scenario = Scenario();

        await using var run = PipedIntoHead("run", scenario, "--think", "10m");

        Assert.Equal(0, await run.ExitAsync());
        Assert.Equal(["ended with 141"], run.ErrorLines);
        await ProcessTree.GoneAsync(ProcessTree.Naming(scenario));
    }

    [LinuxFact]
    public async Task A_seed_node_that_nobody_reads_ends_quietly_with_141()
    {
        await using var seed = PipedIntoHead("seed", "--json", "--port", "0");

        Assert.Equal(0, await seed.ExitAsync());
        Assert.Equal(["ended with 141"], seed.ErrorLines);
        Assert.StartsWith("""{"address":"akka.tcp://Chatroom@127.0.0.1:""", Assert.Single(seed.OutputLines), StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_transcript_that_breaks_off_is_one_line_and_1_and_the_conversation_goes_on()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7", "--transcript", "/dev/full");

        Assert.Equal(1, await run.ExitAsync());
        Assert.StartsWith(
            "botnode: The transcript breaks off, while the conversation goes on: ",
            Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(4, run.OutputLines.Count(line => line.EndsWith(" left the chatroom.", StringComparison.Ordinal)));
    }

    [LinuxTheory]
    [InlineData("--repeat", "1")]
    [InlineData("--room", "red")]
    public async Task A_folder_that_takes_nothing_is_one_line_and_2(string option, string value)
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", option, value, "--transcript", "/proc/talks");

        Assert.Equal(2, await seed.ExitAsync());
        Assert.Equal("botnode: /proc/talks can't be written: the system makes no file or folder of that name there", Assert.Single(seed.ErrorLines));
        Assert.Empty(seed.OutputLines);
    }

    [LinuxFact]
    public async Task A_device_takes_a_transcript()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7", "--transcript", "/dev/null");

        await run.EndsQuietlyAsync(0);
    }

    private static RunningProgram PipedIntoHead(params string[] arguments) =>
        RunningProgram.StartInShell($"{{ {RunningProgram.InShell}; echo ended with $? >&2; }} | head -n 1", arguments);

    // Its path is on the command line of every process of the run.
    private string Scenario()
    {
        var hocon = Path.Combine(AppContext.BaseDirectory, "hocon");
        return _folder.With("talk.conf", $$"""
            include "{{hocon}}/personas.conf"
            include "{{hocon}}/suggestions.conf"
            roster = [Felix, Rateb]
            room.next = catalogue
            """);
    }
}
