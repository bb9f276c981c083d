using static Chatroom.Actors.Tests.Simulating;

namespace Chatroom.Actors.Tests;

/// <summary>A simulated conversation as a script, which a replay plays.</summary>
public sealed class PlainScriptTests
{
    private static readonly SimulationSetup Setup = Simulating.Setup("two-rounds");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task What_went_well_goes_well_in_a_replay_and_comes_to_the_same(int seed)
    {
        var outcome = SimulationRun.Play(Setup, seed, faults: []);

        var replayed = await ReplayTests.Run(PlainScript.Of(outcome, [])!);

        Assert.Empty(replayed.Differences);
        Assert.Equal(ConversationDigest.Of(outcome.Events), replayed.Digest);
    }

    [Fact]
    public async Task A_bot_that_was_killed_crashes_in_the_replay()
    {
        var outcome = SimulationRun.Play(Setup, seed: 3, faults: [new Fault.Kill(5 * Second, "Felix", null, KillEnding.Closed)]);
        Assert.Contains(outcome.Events, happened => happened is Left { Name: "Felix", How: Leaving.Crashed });

        var replayed = await ReplayTests.Run(PlainScript.Of(outcome, [])!);

        Assert.Contains(replayed.Events, happened => happened is Left { Name: "Felix", How: Leaving.Crashed });
        Assert.Empty(replayed.Differences);
    }

    [Fact]
    public void What_a_bot_answered_counts_not_what_the_room_made_of_it()
    {
        var outcome = SimulationRun.Play(Setup, seed: 1, faults: []);
        var life = outcome.Lives.First(life => life.Answers.ContainsKey(1));
        var second = outcome.Times[outcome.Events.ToList().FindIndex(happened => happened is Suggested { Round: 2 })];
        life.Answers[1] = (second + TimeSpan.FromMilliseconds(1), "Here I am.");

        var script = PlainScript.Of(outcome, [])!.Script;

        Assert.Contains(new ScriptStep.Answer(life.Name, "Here I am.", true, 1), script);
    }

    [Fact]
    public void What_needs_a_network_is_no_script() =>
        Assert.Null(PlainScript.Of(SimulationRun.Play(Setup, seed: 1, faults: [new Fault.Cut(5 * Second, "Felix")]), []));

    [Fact]
    public void A_script_of_a_simulation_can_be_written_and_read()
    {
        var script = PlainScript.Of(SimulationRun.Play(Setup, seed: 1, faults: []), [])!;

        var read = ScenarioReader.Parse(ScenarioWriter.Of(script, "# why\n"), "script", "/no/such/folder");

        Assert.Empty(read.Errors);
        Assert.Null(read.Value!.Expect);
        Assert.Equal(script.Script, read.Value.Script);
    }
}
