using BotNode.Tests.Programs;

namespace BotNode.Tests.Simulating;

/// <summary>`sim` as a process, which runs on the copy of Akka.Remote.</summary>
public sealed class SimVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_simulates_and_ends_with_0()
    {
        await using var sim = RunningProgram.Start("sim", "two-rounds", "--seed", "1", "--runs", "10", "--check", "--keep", _folder.File("kept"));

        await sim.EndsQuietlyAsync(0);
        Assert.Equal("seed      1", sim.OutputLines[0]);
        Assert.Equal("failed    none", sim.OutputLines[^1]);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_in_two_processes()
    {
        await using var one = RunningProgram.Start("sim", "--seed", "5", "--runs", "4", "--json", "--jobs", "1");
        await using var other = RunningProgram.Start("sim", "--seed", "5", "--runs", "4", "--json", "--jobs", "1");

        await one.EndsQuietlyAsync(0);
        await other.EndsQuietlyAsync(0);
        Assert.Equal(one.OutputLines.Take(5), other.OutputLines.Take(5));
        Assert.Contains("\"trace\":", one.OutputLines[1], StringComparison.Ordinal);
        Assert.Contains("\"wire\":", one.OutputLines[1], StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task A_program_that_fails_now_and_then_is_found_and_fails_in_the_replay_that_it_names()
    {
        // It answers with what the last speaker said, and does not think of being the first.
        var mind = _folder.With("mind.py", """
            import json, sys
            heard = []
            for line in sys.stdin:
                message = json.loads(line)
                if message["type"] == "said":
                    heard.append(message["name"])
                elif message["type"] == "prompt":
                    print(json.dumps({"round": message["round"], "text": f"I'm with {heard[-1]}."}), flush=True)

            """);
        await using var sim = RunningProgram.Start("sim", "two-rounds", "--seed", "1", "--runs", "100", "--faults", "none", "--exec", $"Felix=python3 {mind}", "--keep", _folder.File("kept"));

        Assert.Equal(1, await sim.ExitAsync());
        Assert.Equal("Felix has no answer in round 1: its mind ended with exit code 1: IndexError: list index out of range", sim.ErrorLines[1]);
        var again = sim.ErrorLines[^2]["As a script: botnode ".Length..].Split(' ', 4);
        await using var replay = RunningProgram.Start([.. again[..3], again[3].Trim('\'')]);
        Assert.Equal(1, await replay.ExitAsync());
        Assert.Contains("botnode: Felix has no answer in round 1: its mind ended with exit code 1", replay.ErrorLines);
        var same = sim.ErrorLines[^1]["Again: botnode ".Length..].Split(' ', 4);
        await using var once = RunningProgram.Start([.. same[..3], same[3].Trim('\'')]);
        Assert.Equal(1, await once.ExitAsync());
        Assert.Equal(sim.ErrorLines[1], once.ErrorLines[1]);
    }

    [PythonFact]
    public async Task A_program_that_draws_its_answers_is_told_by_check()
    {
        var mind = _folder.With("mind.py", """
            import json, sys, time
            for line in sys.stdin:
                message = json.loads(line)
                if message["type"] == "prompt":
                    print(json.dumps({"round": message["round"], "text": f"It is {time.time_ns()}."}), flush=True)

            """);
        await using var sim = RunningProgram.Start("sim", "two-rounds", "--seed", "1", "--runs", "1", "--faults", "none", "--check", "--exec", $"Felix=python3 {mind}", "--keep", _folder.File("kept"));

        Assert.Equal(1, await sim.ExitAsync());
        Assert.Equal("botnode: The run with seed 1 fails: a mind answers the same to the same.", sim.ErrorLines[0]);
        Assert.StartsWith("Felix answers the same otherwise in round 1: once 'It is ", sim.ErrorLines[1], StringComparison.Ordinal);
        Assert.EndsWith(" --check", sim.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_for_nobody_on_the_roster_is_told()
    {
        var run = await InProcess.RunAsync("sim", "two-rounds", "--exec", "Zed=true");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("--exec names 'Zed', who is not on the roster: Rateb, Madelen, Felix, Marija.\n", run.Errors, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Ctrl_C_ends_it()
    {
        await using var sim = RunningProgram.Start("sim", "--time", "10m", "--json", "--keep", _folder.File("kept"));
        await sim.LineAsync(line => line.Contains("\"run\"", StringComparison.Ordinal));

        sim.Signal(RunningProgram.Interrupt);

        await sim.EndsQuietlyAsync(130);
    }

    [Theory]
    [InlineData("--faults", "fire", "--faults takes none, light, heavy, or some of cut,block,partition,slow,refuse,kill,kill-seed,pause,pause-seed, not 'fire'.")]
    [InlineData("--runs", "0", "--runs takes a whole number from 1 up, not '0'.")]
    [InlineData("--jobs", "many", "--jobs takes a whole number from 1 to 256, not 'many'.")]
    [InlineData("--time", "5", "--time takes a time like 500ms, 5s or 2m, not '5'.")]
    public async Task A_mistake_is_told_on_one_line(string option, string value, string problem)
    {
        var run = await InProcess.RunAsync("sim", option, value);

        Assert.Equal((2, $"botnode: {problem} See: botnode sim --help\n"), (run.ExitCode, run.Errors));
    }
}
