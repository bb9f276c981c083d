namespace Chatroom.Actors.Tests;

/// <summary>What minds are told in replays besides the suggestion.</summary>
public sealed class ReplayPromptTests
{
    private static readonly Scenario Scenario = ScenarioFolder.Load("two-rounds") with { Seed = 5 };

    [Fact]
    public async Task A_mind_is_told_how_long_the_room_waits_and_whom_its_bot_plays()
    {
        var mind = new Mind();

        await Run(Scenario, name => name == "Felix" ? mind : null);

        Assert.Equal([Scenario.Room.ReplyTimeout, Scenario.Room.ReplyTimeout], mind.Asked.Select(asked => asked.Deadline!.Value));
        Assert.All(mind.Asked, asked => Assert.Equal(new PromptPersona("Felix", "work", "the nerd"), asked.Persona));
    }

    [Fact]
    public async Task A_mind_that_a_script_asks_later_has_less_time()
    {
        var mind = new Mind();
        var scenario = Scenario with { Script = [new ScriptStep.Wait(TimeSpan.FromSeconds(7)), new ScriptStep.Answer("Felix", null)] };

        await Run(scenario, name => name == "Felix" ? mind : null);

        Assert.Equal(Scenario.Room.ReplyTimeout - TimeSpan.FromSeconds(7), mind.Asked[0].Deadline);
    }

    [Fact]
    public async Task In_a_transcript_of_a_scenario_that_comes_with_the_program_a_mind_is_told_whom_its_bot_plays() =>
        Assert.Equal([new PromptPersona("Felix", "work", "the nerd")], await ToldInTranscriptOf(Scenario));

    [Fact]
    public async Task In_a_transcript_of_another_scenario_a_mind_is_not_told_whom_its_bot_plays() =>
        Assert.Equal([null], await ToldInTranscriptOf(Scenario with { Name = "mine" }));

    [Fact]
    public async Task In_a_transcript_of_a_scenario_that_has_changed_a_mind_is_not_told_whom_its_bot_plays() =>
        Assert.Equal([null], await ToldInTranscriptOf(Scenario with { Roster = [.. Scenario.Roster.Select(persona => persona with { Character = "calm" })] }));

    [Fact]
    public async Task Whom_bots_play_makes_them_say_no_more_than_was_recorded()
    {
        var recorded = RecordedReplayTests.Record(Scenario, (await Run(Scenario, name => name == "Rateb" ? new Mind(null) : null)).Events);
        var said = recorded.Events.OfType<Said>().Single(said => said is { Name: "Felix", Round: 1 }).Text;

        var result = await Replay.RunAsync(
            recorded, TimeProvider.System, CancellationToken.None, name => name == "Felix" ? new Mind(said) : null, ["Felix"]);

        Assert.DoesNotContain(result.Value!.Events, happened => happened is Said { Name: "Rateb" });
    }

    private static async Task<IEnumerable<PromptPersona?>> ToldInTranscriptOf(Scenario scenario)
    {
        var mind = new Mind();
        await Replay.RunAsync(
            RecordedReplayTests.Record(scenario, (await Run(scenario, _ => null)).Events), TimeProvider.System, CancellationToken.None, name => name == "Felix" ? mind : null, ["Felix"]);
        Assert.Equal(2, mind.Asked.Count);
        return mind.Asked.Select(asked => asked.Persona).Distinct();
    }

    private static Task<ReplayResult> Run(Scenario scenario, Func<string, IMind?> mindOf) =>
        Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None, mindOf);

    private sealed class Mind(string? answer = "Here.") : IMind
    {
        public List<Prompt> Asked { get; } = [];

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            Asked.Add(prompt);
            return Task.FromResult(answer);
        }
    }
}
