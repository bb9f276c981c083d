using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Simulating;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.Simulating;

/// <summary>What `sim` makes of runs. Where one shall fail, a rule of the test stands in for the properties.</summary>
public sealed class SimulatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_in_which_all_holds_end_with_0_and_are_summed_up()
    {
        Assert.Equal(ExitCode.AsExpected, await SimulateAsync(Options() with { Runs = 3 }, AllProperties));

        Assert.StartsWith("seed      7\nruns      3, ", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("failed    none\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _errors.ToString());
        Assert.False(Directory.Exists(Keep));
    }

    [Fact]
    public async Task A_run_that_fails_is_made_smaller_and_kept_and_the_last_line_repeats_it()
    {
        Assert.Equal(ExitCode.NotAsExpected, await SimulateAsync(Options() with { Runs = 200, Faults = Only("kill") }, NobodyIsKilled));

        var errors = _errors.ToString().TrimEnd().Split('\n');
        Assert.Matches("^botnode: The run with seed [0-9]+ fails: nobody is killed.$", errors[0]);
        Assert.StartsWith("Again: botnode sim ", errors[^1], StringComparison.Ordinal);
        var shrunk = errors[^1].Split(' ')[^1];
        Assert.Equal(
            ["scenario.conf", "shrunk.conf", "trace.txt", "transcript.jsonl", "verdict.json"],
            Directory.EnumerateFiles(Path.GetDirectoryName(shrunk)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var scenario = ScenarioReader.Load(shrunk).Value!;
        Assert.Single(scenario.Roster);
        Assert.IsType<Fault.Kill>(Assert.Single(scenario.Faults!));

        _errors.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.NotAsExpected, await SimulateAsync(Options() with { Scenario = shrunk, Seed = null, Keep = null }, NobodyIsKilled));
        Assert.Contains("runs      1, ", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"Again: botnode sim {shrunk}\n", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(scenario, ScenarioReader.Load(shrunk).Value! with { Roster = scenario.Roster, Catalogue = scenario.Catalogue });
    }

    [Fact]
    public void Two_runs_of_a_seed_that_differ_are_a_failure_of_their_own()
    {
        var outcome = SimulationRun.Play(
            new SimulationSetup(ScenarioReader.Load(ScenarioReader.Find("default")!).Value!, SimulationSetup.Simulated(NodeSettings.Seed().Value!.Akka), SimulationSetup.Simulated(NodeSettings.Bot().Value!)),
            seed: 1,
            FaultPlan.None);

        Assert.Null(SimulationBatch.Compare(outcome, outcome with { }));
        Assert.Equal("a seed gives the same run", SimulationBatch.Compare(outcome, outcome with { WireHash = "another" })?.Property);
        Assert.Equal("a seed gives the same run", SimulationBatch.Compare(outcome, outcome with { TraceHash = "another" })?.Property);
    }

    [Fact]
    public async Task Json_is_a_line_a_run_and_a_summary()
    {
        Assert.Equal(ExitCode.AsExpected, await SimulateAsync(Options() with { Runs = 2, Json = true, Jobs = 1 }, AllProperties));

        var lines = _output.ToString().TrimEnd().Split('\n').Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(4, lines.Count);
        Assert.Equal((7, 7, 8), (lines[0].GetProperty("seed").GetInt64(), lines[1].GetProperty("run").GetInt64(), lines[2].GetProperty("run").GetInt64()));
        Assert.Equal((2, false), (lines[3].GetProperty("runs").GetInt32(), lines[3].GetProperty("failed").GetBoolean()));
    }

    [Fact]
    public async Task The_scenario_s_own_faults_are_one_run()
    {
        var file = _folder.With("mine.conf", "include \"scenarios/default.conf\"\nseed = 3\nfaults = [{ at = 1 s, cut = [seed, Felix] }]\n");

        Assert.Equal(ExitCode.AsExpected, await SimulateAsync(Options() with { Scenario = file, Seed = null }, AllProperties));

        Assert.StartsWith("seed      3\nruns      1, ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("faults    cut 1, block 0,", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_can_t_be_kept_is_told_all_the_same()
    {
        var below = Path.Combine(_folder.With("taken", "a file, no folder"), "kept");

        Assert.Equal(ExitCode.NotAsExpected, await SimulateAsync(Options() with { Runs = 200, Faults = Only("kill"), Keep = below }, NobodyIsKilled));

        Assert.Contains($"botnode: The run can't be kept in {below}: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Matches("Again: botnode sim .*default.conf --seed [0-9]+ --runs 1 --faults kill\n$", _errors.ToString());
    }

    [Fact]
    public async Task What_was_kept_before_stays()
    {
        var options = Options() with { Runs = 200, Faults = Only("kill") };
        await SimulateAsync(options, NobodyIsKilled);
        await SimulateAsync(options, NobodyIsKilled);

        Assert.Equal(2, Directory.EnumerateDirectories(Keep).Count());
    }

    [Fact]
    public async Task What_is_kept_includes_what_comes_with_the_program_as_such()
    {
        await SimulateAsync(Options() with { Runs = 200, Faults = Only("kill") }, NobodyIsKilled);

        Assert.All(Directory.EnumerateFiles(Keep, "*.conf", SearchOption.AllDirectories), file => Assert.Contains("include \"scenarios/default.conf\"\n", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_includes_a_scenario_of_one_s_own_by_the_way_to_it()
    {
        var file = _folder.With("mine.conf", "include \"scenarios/default.conf\"\nroom.rounds = 2\n");

        await SimulateAsync(Options() with { Scenario = file, Runs = 200, Faults = Only("kill") }, NobodyIsKilled);

        Assert.All(Directory.EnumerateFiles(Keep, "*.conf", SearchOption.AllDirectories), kept =>
        {
            Assert.Contains("include \"../../mine.conf\"\n", File.ReadAllText(kept), StringComparison.Ordinal);
            Assert.Empty(ScenarioReader.Load(kept).Errors);
        });
    }

    [Fact]
    public async Task A_file_is_no_folder_to_keep_anything_in()
    {
        var file = _folder.With("taken", "a file, no folder");

        Assert.Equal(ExitCode.CouldNotRun, await SimulateAsync(Options() with { Keep = file }, AllProperties));

        Assert.Equal($"botnode: --keep takes a folder, and '{file}' is a file.\n", _errors.ToString());
    }

    [Fact]
    public async Task A_bot_can_t_be_called_as_faults_call_the_seed_node()
    {
        var file = _folder.With("mine.conf", "include \"scenarios/default.conf\"\npersonas.seed = ${personas.Felix}\nroster = [Felix, seed]\n");

        Assert.Equal(ExitCode.CouldNotRun, await SimulateAsync(Options() with { Scenario = file }, AllProperties));

        Assert.Contains("the roster has a bot seed, and faults call the seed node so; give it another name.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_tenth_run_is_checked()
    {
        Assert.Equal(ExitCode.AsExpected, await SimulateAsync(Options() with { Runs = 11, Check = true }, AllProperties));

        Assert.EndsWith("checked   2\nfailed    none\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_told_before_it_is_made_smaller()
    {
        using var interrupted = new CancellationTokenSource();
        var told = "";
        var simulator = new Simulator(Terminal, outcome =>
        {
            if (told.Length == 0 && _errors.ToString().Length > 0)
            {
                told = _errors.ToString();
                interrupted.Cancel();
            }

            return NobodyIsKilled(outcome);
        }, _ => null, TimeProvider.System);

        Assert.Equal(ExitCode.NotAsExpected, await simulator.RunAsync(Options() with { Runs = 200, Jobs = 1, Faults = Only("kill") }, () => 1, interrupted.Token));

        Assert.Matches("^botnode: The run with seed [0-9]+ fails: nobody is killed.\n", told);
        Assert.Contains("\nIt may become smaller still: it was told to end.\nAgain: botnode sim ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_shows_on_a_terminal_how_far_it_is()
    {
        var simulator = new Simulator(Terminal with { IsColoured = true }, AllProperties, _ => null, TimeProvider.System);

        Assert.Equal(ExitCode.AsExpected, await simulator.RunAsync(Options() with { Runs = 2, Jobs = 1 }, () => 1, CancellationToken.None));

        Assert.Contains("\r[######......] 1 runs, ", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such", "botnode: There is no scenario 'no-such': no such file, and not one of ")]
    [InlineData("original", "a script says who does what and when; in a simulation, chance does. Simulate a scenario without one.\n")]
    public async Task What_can_t_be_simulated_is_told_on_one_line(string scenario, string problem)
    {
        Assert.Equal(ExitCode.CouldNotRun, await SimulateAsync(Options() with { Scenario = scenario }, AllProperties));

        Assert.Contains(problem, _errors.ToString(), StringComparison.Ordinal);
        Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task It_ends_when_it_is_interrupted()
    {
        using var interrupted = new CancellationTokenSource();
        var simulator = new Simulator(Terminal, outcome => { interrupted.Cancel(); return AllProperties(outcome); }, _ => null, TimeProvider.System);

        Assert.Equal(ExitCode.Interrupted, await simulator.RunAsync(Options() with { Runs = null, Time = TimeSpan.FromHours(1) }, () => 1, interrupted.Token));

        Assert.Contains("failed    none", _output.ToString(), StringComparison.Ordinal);
    }

    private string Keep => _folder.File("kept");

    private Terminal Terminal => new(TextReader.Null, new LastingWriter(_output), new LastingWriter(_errors), IsColoured: false);

    private static SimulationFailure? AllProperties(SimulationOutcome outcome) => new SimulationProperties(TimeProvider.System).Judge(outcome);

    private static SimulationFailure? NobodyIsKilled(SimulationOutcome outcome) =>
        outcome.Lives.FirstOrDefault(life => life.IsKilled) is { } killed ? new SimulationFailure("nobody is killed", [$"{killed.Name} was killed"]) : null;

    private static FaultPlan Only(string kind) => FaultPlan.Heavy with { Kinds = [kind] };

    private SimOptions Options() => new(null, 7, null, null, 2, FaultPlan.Heavy, MindCommands.None, Keep, Json: false, Check: false);

    private Task<int> SimulateAsync(SimOptions options, Func<SimulationOutcome, SimulationFailure?> judge) =>
        new Simulator(Terminal, judge, _ => null, TimeProvider.System).RunAsync(options, () => 7, CancellationToken.None);
}
