namespace Chatroom.Actors.Tests;

/// <summary>A conversation that was recorded, played again from its transcript and from what was saved of it.</summary>
public sealed class RecordedReplayTests
{
    public static TheoryData<string> Scenarios => new(ScenarioFolder.Names);

    private static Task<ReplayResult> Run(Scenario scenario) => ReplayTests.Run(scenario);

    internal static Transcript Record(Scenario scenario, IReadOnlyList<RoomEvent> events)
    {
        var header = new TranscriptHeader(
            scenario.Name, ScenarioDigest.Of(scenario), scenario.Seed ?? Replay.DefaultSeed, scenario.Names, scenario.Room, "test");
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, header);
        foreach (var happened in events)
        {
            writer.Write(happened);
        }
        return Sample.Read(text.ToString()).Value!;
    }

    internal static async Task<ReplayResult> RunRecorded(Transcript transcript)
    {
        var loaded = await Replay.RunAsync(transcript, TimeProvider.System, CancellationToken.None);
        Assert.Empty(loaded.Errors);
        return loaded.Value!;
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task What_was_recorded_comes_out_again(string name)
    {
        var scenario = ScenarioFolder.Load(name);
        var first = await Run(scenario);

        var again = await RunRecorded(Record(scenario, first.Events));

        Assert.Empty(again.Differences);
        Assert.Equal(first.Digest, again.Digest);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task What_was_saved_as_a_scenario_comes_out_again_without_includes_or_personas(string name)
    {
        var scenario = ScenarioFolder.Load(name);
        var first = await Run(scenario);

        var saved = Saved(Record(scenario, first.Events));
        var again = await Run(saved);

        Assert.Empty(again.Differences);
        Assert.Equal(first.Digest, again.Digest);
        Assert.Equal(first.Digest, saved.Expect!.Digest);
    }

    [Fact]
    public async Task A_bot_that_walked_out_or_crashed_after_a_round_was_over_does_so_again()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            Room = scenario.Room with { Rounds = 2, Order = SpeakingOrder.Arrival },
            Script =
            [
                new ScriptStep.Silent("Marija"),
                new ScriptStep.RoundOver(1),
                new ScriptStep.WalkOut("Felix"),
                new ScriptStep.Silent("Marija"),
                new ScriptStep.RoundOver(2),
                new ScriptStep.Stay("Rateb"),
                new ScriptStep.Crash("Rateb"),
            ],
        };

        await ComesOutAgain(scenario);
    }

    [Fact]
    public async Task Whatever_goes_wrong_in_a_conversation_comes_out_again()
    {
        // Those from 152 on are here because they once did not.
        foreach (var number in (int[])[.. Enumerable.Range(1, 40), 152, 383, 780, 823])
        {
            var scenario = RandomConversations.Scenario(number);
            var transcript = Record(scenario, (await Run(scenario)).Events);

            var differences = (await RunRecorded(transcript)).Differences;
            var whenSaved = (await Run(Saved(transcript))).Differences;

            Assert.True(differences.Count + whenSaved.Count == 0, $"number {number}: {string.Join('\n', [.. differences, .. whenSaved])}");
        }
    }

    [Fact]
    public async Task Names_and_texts_are_saved_whatever_they_are()
    {
        var scenario = ScenarioFolder.Load("default");
        ValueList<string> names = ["--seed", "a \"b\".c", "include", "true", "Žofie"];
        scenario = scenario with
        {
            Roster = names.Select(Persona.WithoutWords).ToValueList(),
            Script = names.Select(name => (ScriptStep)new ScriptStep.Answer(name, "${x} \\ \"q\" # // 🐎 'é'")).ToValueList(),
        };

        await ComesOutAgain(scenario);
    }

    private static async Task ComesOutAgain(Scenario scenario)
    {
        var first = await Run(scenario);
        Assert.Empty(first.Differences);
        var transcript = Record(scenario, first.Events);

        Assert.Empty((await RunRecorded(transcript)).Differences);
        Assert.Empty((await Run(Saved(transcript))).Differences);
    }

    private static Scenario Saved(Transcript transcript)
    {
        var saved = ScenarioReader.Parse(ScenarioWriter.Of(Recording.Of(transcript).Value!.Scenario), "saved", "/no/such/folder");
        Assert.Empty(saved.Errors);
        return saved.Value!;
    }

    [Fact]
    public async Task A_recorded_bot_that_was_two_rounds_behind_comes_out_again()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            Room = scenario.Room with { Rounds = 3 },
            Script =
            [
                new ScriptStep.Silent("Felix"),
                new ScriptStep.Silent("Felix"),
                new ScriptStep.Answer("Felix", "in time"),
                new ScriptStep.Answer("Felix", "far behind", Late: true, Round: 1),
                new ScriptStep.Leave("Felix"),
            ],
        };
        var first = await Run(scenario);
        Assert.Empty(first.Differences);

        var again = await RunRecorded(Record(scenario, first.Events));

        Assert.Empty(again.Differences);
        Assert.Contains(again.Events.OfType<Said>(), said => said is { Name: "Felix", Round: 1, Text: "far behind", Late: true });
        Assert.Empty((await Run(Saved(Record(scenario, first.Events)))).Differences);
    }

    [Fact]
    public async Task A_recorded_bot_that_crashed_in_an_earlier_round_is_not_waited_for()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            Room = scenario.Room with { Rounds = 3 },
            Script = [new ScriptStep.Silent("Felix"), new ScriptStep.Crash("Felix")],
        };
        Assert.Equal(3, (await Run(scenario)).Events.OfType<RoundClosed>().Count());

        await ComesOutAgain(scenario);
    }

    [Fact]
    public async Task A_recorded_conversation_whose_time_was_up_in_a_later_round_comes_out_again()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            Room = scenario.Room with { Rounds = 9, ReplyTimeout = TimeSpan.FromSeconds(4), StopAfter = TimeSpan.FromSeconds(9) },
            Script = [.. Enumerable.Repeat(new ScriptStep.Silent("Felix"), 3)],
            Expect = null,
        };
        var first = await Run(scenario);
        // Thinking takes no time in a replay, but did when this was recorded.
        Assert.Equal((3, CloseReason.TimeUp), (first.Events.OfType<Suggested>().Count(), first.Events.OfType<Closed>().Single().Reason));
        var recorded = Record(scenario, first.Events);

        foreach (var after in new[] { 5, 9, 600 })
        {
            var room = recorded.Header.Room with { StopAfter = TimeSpan.FromSeconds(after) };
            var again = await RunRecorded(recorded with { Header = recorded.Header with { Room = room } });
            Assert.Equal(first.Digest, again.Digest);
        }
    }

    [Fact]
    public async Task A_saved_conversation_keeps_its_rules()
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with { Room = scenario.Room with { Quorum = 3, StopText = "no \"such\" text", StopBelow = 2 } };

        var saved = Saved(Record(scenario, (await Run(scenario)).Events)).Room;

        Assert.Equal((3, "no \"such\" text", 2), (saved.Quorum, saved.StopText, saved.StopBelow));
    }

    [Fact]
    public async Task A_recorded_conversation_that_someone_has_touched_up_is_told()
    {
        var scenario = ScenarioFolder.Load("original");
        var first = await Run(scenario);
        var touched = first.Events.Select(happened => happened is Left { Name: "Felix" } left ? left with { How = Leaving.Stopped } : happened).ToValueList();

        var again = await RunRecorded(Record(scenario, touched));

        Assert.NotEmpty(again.Differences);
    }

    [Fact]
    public async Task A_recorded_conversation_that_cannot_go_on_tells_the_line_of_the_transcript()
    {
        var scenario = ScenarioFolder.Load("late-in-the-next-round");
        var first = await Run(scenario);
        // Nobody can leave twice.
        var touched = first.Events.Select(happened => happened is Left { Name: "Marija" } left ? left with { Name = "Felix" } : happened).ToValueList();

        var again = await RunRecorded(Record(scenario, touched));

        Assert.Equal("the replay went another way at line 13 of the transcript: Felix left the chatroom.", again.Differences[^1]);
    }

    [Fact]
    public async Task A_conversation_that_was_stopped_from_outside_is_not_played()
    {
        var transcript = new Transcript(Sample.Header, [], new TranscriptEnd(CloseReason.Stopped, 0, ""));

        var loaded = await Replay.RunAsync(transcript, TimeProvider.System, CancellationToken.None);

        Assert.Equal(["it was stopped from outside, so it cannot be played to its end again"], loaded.Errors);
    }

    [Theory]
    [InlineData("Felix", "Host", "\u202ERateb")]
    [InlineData("Anna", "anna", " Zed: ")]
    [InlineData("José", "Jose\u0301", "N\u043Era")]
    public async Task A_recorded_conversation_of_bots_that_could_not_be_called_that_today_comes_out_again(params string[] names)
    {
        var scenario = ScenarioFolder.Load("default");

        await ComesOutOfItsTranscript(scenario with { Roster = [.. names.Select((name, at) => scenario.Roster[at] with { Name = name })], Expect = null });
    }

    internal static async Task ComesOutOfItsTranscript(Scenario scenario)
    {
        var first = await Run(scenario);
        Assert.Empty(first.Differences);

        Assert.Empty((await RunRecorded(Record(scenario, first.Events))).Differences);
    }
}
