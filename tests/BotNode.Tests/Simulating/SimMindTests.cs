using BotNode.Tests.Programs;

namespace BotNode.Tests.Simulating;

/// <summary>Programs that think for bots of simulations.</summary>
public sealed class SimMindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact]
    public async Task Programs_that_repeat_all_that_they_are_asked_make_runs_that_can_be_repeated()
    {
        var mind = Mind("""
            if message["type"] == "prompt":
                assert 0 <= message["deadline"] <= 30000 and message["persona"]["name"] == message["name"]
                answer(message, line)
            """);
        await using var sim = Sim(mind, "--runs", "11", "--check");

        await sim.EndsQuietlyAsync(0);
        Assert.Contains("checked   2", sim.OutputLines);
    }

    [PythonFact]
    public async Task A_program_that_crashes_after_its_last_answer_is_found_and_fails_in_the_replay_that_is_named()
    {
        var mind = Mind("""
            if message["type"] == "prompt":
                answer(message, "Here.")
            elif message["type"] == "round-closed" and message["round"] == 2:
                sys.exit("I lost my mind.")
            """);
        await using var sim = Sim(mind, "--runs", "1", "--faults", "none");

        Assert.Equal(1, await sim.ExitAsync());
        Assert.Equal("botnode: The run with seed 1 fails: every mind answers.", sim.ErrorLines[0]);
        Assert.Contains("Felix is asked no more, and its mind ended with exit code 1: I lost my mind.", sim.ErrorLines);
        var again = sim.ErrorLines[^2]["As a script: botnode ".Length..].Split(' ', 4);
        await using var replay = RunningProgram.Start([.. again[..3], again[3].Trim('\'')]);
        Assert.Equal(1, await replay.ExitAsync());
        Assert.Contains("botnode: Felix is asked no more, and its mind ended with exit code 1", replay.ErrorLines);
    }

    [PythonFact]
    public async Task What_a_program_writes_that_is_no_answer_is_counted()
    {
        var mind = Mind("""
            if message["type"] == "prompt":
                print("thinking")
                answer(message, "Here.")
            """);
        await using var sim = Sim(mind, "--runs", "2", "--faults", "none");

        await sim.EndsQuietlyAsync(0);
        Assert.Contains(
            "mistakes  4 of programs of --exec; the first: Felix: its mind wrote a line that is no answer like {\"text\":\"Why not?\"}: 'thinking'", sim.OutputLines);
    }

    [PythonFact]
    public async Task What_a_program_writes_that_is_no_answer_is_counted_in_json()
    {
        var mind = Mind("""
            if message["type"] == "prompt":
                print("thinking")
                answer(message, "Here.")
            """);
        await using var sim = Sim(mind, "--runs", "2", "--faults", "none", "--json");

        await sim.EndsQuietlyAsync(0);
        Assert.Contains("\"mistakes\":4,", sim.OutputLines[^1], StringComparison.Ordinal);
    }

    private string Mind(string withEachMessage) => _folder.With("mind.py", $$"""
        import json, sys

        def answer(message, text):
            print(json.dumps({"round": message["round"], "text": text.strip()}), flush=True)

        for line in sys.stdin:
            message = json.loads(line)
            {{withEachMessage.ReplaceLineEndings("\n    ")}}

        """);

    private RunningProgram Sim(string mind, params string[] arguments) => RunningProgram.Start(
        ["sim", "two-rounds", "--seed", "1", "--exec", $"Felix=python3 {mind}", "--keep", _folder.File("kept"), .. arguments]);
}
