namespace Chatroom.Actors.Tests;

public sealed class ReplayTests
{
    public static TheoryData<string> Scenarios => new(ScenarioFolder.Names);

    internal static Task<ReplayResult> Run(Scenario scenario) => Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_scenario_comes_out_as_it_expects(string name)
    {
        var result = await Run(ScenarioFolder.Load(name));

        Assert.Empty(result.Differences);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_replay_gives_the_same_events_at_the_same_times_again(string name)
    {
        var scenario = ScenarioFolder.Load(name);

        Assert.Equal((await Run(scenario)).Events, (await Run(scenario)).Events);
    }

    [Fact]
    public async Task What_must_hold_in_every_conversation_comes_before_what_was_expected()
    {
        var events = (await Run(ScenarioFolder.Load("default"))).Events;
        var twice = new ReplayResult([.. events, events[^1]], ["line 1 differs"]);

        Assert.Equal(["line 1 differs"], new ReplayResult(events, ["line 1 differs"]).Differences);
        Assert.StartsWith("events are numbered without gaps: ", twice.Differences[0], StringComparison.Ordinal);
        Assert.Equal("line 1 differs", twice.Differences[^1]);
    }

    [Fact]
    public async Task A_wait_takes_its_time_whatever_happens_meanwhile()
    {
        var scenario = ScenarioFolder.Load("one-silent");
        var late = scenario.Script.ToList().FindIndex(step => step is ScriptStep.Answer { Late: true });
        var script = scenario.Script.ToList();
        script.Insert(late, new ScriptStep.Wait(TimeSpan.FromSeconds(7)));

        var result = await Run(scenario with { Script = script.ToValueList() });

        Assert.Empty(result.Differences);
        Assert.Equal(4000, Assert.Single(result.Events.OfType<RoundClosed>()).T);
        Assert.Equal(7000, Assert.Single(result.Events.OfType<Said>(), said => said.Late).T);
    }

    [Fact]
    public async Task Bots_think_in_virtual_time()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            Roster = scenario.Roster.Select((persona, place) => persona with
            {
                Think = new ThinkTimes(TimeSpan.FromSeconds(4 - place), TimeSpan.FromSeconds(4 - place)),
            }).ToValueList(),
        };

        var result = await Run(scenario);

        Assert.Empty(result.Differences);
        Assert.Equal([("Rateb", 1000), ("Madelen", 2000), ("Felix", 3000), ("Marija", 4000)], result.Events.OfType<Said>().Select(said => (said.Name, said.T)));
    }

    [Fact]
    public async Task A_scenario_without_think_times_and_rules_has_the_digest_that_it_had_before_there_were_any()
    {
        var scenario = ScenarioFolder.Load("original");
        Assert.Equal("9023ccde24b86d186e84abc9a0184dc704a9b7e3e7bb4e29c122b271279464cd", ScenarioDigest.Of(scenario));
        Assert.NotEqual(ScenarioDigest.Of(scenario), ScenarioDigest.Of(scenario with { Roster = scenario.Roster.Select(one => one with { Think = new ThinkTimes(default, TimeSpan.FromSeconds(1)) }).ToValueList() }));
        Assert.NotEqual(ScenarioDigest.Of(scenario), ScenarioDigest.Of(scenario with { Room = scenario.Room with { Quorum = 3 } }));
        Assert.Empty((await Run(scenario)).Differences);
    }

    [Fact]
    public async Task Another_seed_gives_another_conversation()
    {
        var scenario = ScenarioFolder.Load("two-rounds");

        Assert.NotEqual((await Run(scenario with { Seed = 1 })).Digest, (await Run(scenario with { Seed = 2 })).Digest);
    }

    [Fact]
    public async Task An_expectation_that_is_not_met_is_told_with_its_line()
    {
        var scenario = ScenarioFolder.Load("original");
        var other = scenario with { Script = scenario.Script.Select(step => step is ScriptStep.Answer { Name: "Felix" } ? new ScriptStep.Answer("Felix", "No.") : step).ToValueList() };

        var result = await Run(other);

        Assert.Equal("line 14 differs:", result.Differences[0]);
        Assert.Contains("  expected: Felix: WOW I can't wait for it!", result.Differences);
        Assert.Contains("  got:      Felix: No.", result.Differences);
    }

    [Fact]
    public async Task A_script_that_cannot_go_on_tells_where()
    {
        var scenario = ScenarioFolder.Load("nobody-comes");
        var result = await Run(scenario with { Script = scenario.Script.Append(new ScriptStep.Leave("Felix")).ToValueList() });

        Assert.Equal(["step 4 of the script did not do what it says: { leave = Felix }"], result.Differences);
    }
}
