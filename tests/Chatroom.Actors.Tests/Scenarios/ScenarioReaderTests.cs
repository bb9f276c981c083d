namespace Chatroom.Actors.Tests;

public sealed class ScenarioReaderTests
{
    private const string Cast = """
        personas {
          Felix { interest = work, stances.willing { at-interest = 1, otherwise = 1, replies = ["ok"] } }
          Rateb { interest = chill, stances.willing { at-interest = 1, otherwise = 1, replies = ["ok"] } }
        }
        catalogue { questions = ["{what}?"], actions = [{ category = chill, action = party }] }
        roster = [Felix, Rateb]

        """;

    /// <summary>Reads a file with two bots and a catalogue in its first six lines, and the text from the seventh on.</summary>
    internal static Result<Scenario> Parse(string text) => ScenarioReader.Parse(Cast + text, "mine.conf", "/no/such/folder");

    private static Scenario Good(string text)
    {
        var loaded = Parse(text);
        Assert.Empty(loaded.Errors);
        return loaded.Value!;
    }

    [Theory]
    [InlineData("script = [{ answer = Felix } { text = b }]")]
    [InlineData("script = [{ answer = Felix, text = a, text = b }]")]
    public void A_step_may_be_put_together(string text)
    {
        var scenario = Parse(text);

        Assert.Equal("b", Assert.IsType<ScriptStep.Answer>(Assert.Single(scenario.Value!.Script)).Text);
    }

    [Fact]
    public void Defaults_are_those_that_the_docs_tell()
    {
        var scenario = Good("");

        Assert.Equal(new RoomSettings
        {
            Name = "chatroom",
            Rounds = 1,
            Order = SpeakingOrder.Arrival,
            Next = SuggestionSource.Catalogue,
            JoinTimeout = TimeSpan.FromSeconds(60),
            ReplyTimeout = TimeSpan.FromSeconds(30),
            ClosingTimeout = TimeSpan.FromSeconds(10),
        }, scenario.Room);
        Assert.Null(scenario.Seed);
        Assert.Null(scenario.Expect);
        Assert.Empty(scenario.Script);
    }

    [Fact]
    public void Every_setting_of_the_room_is_read()
    {
        var room = Good("""
            seed = -5
            room { name = den, rounds = 3, order = roster, next = script, join-timeout = 5 s, reply-timeout = 250 ms, closing-timeout = 1 minute }
            suggestions = [{ category = chill, action = party }]
            """).Room;

        Assert.Equal(new RoomSettings
        {
            Name = "den",
            Rounds = 3,
            Order = SpeakingOrder.Roster,
            Next = SuggestionSource.Script,
            JoinTimeout = TimeSpan.FromSeconds(5),
            ReplyTimeout = TimeSpan.FromMilliseconds(250),
            ClosingTimeout = TimeSpan.FromMinutes(1),
        }, room);
    }

    [Fact]
    public void The_seed_is_read()
    {
        Assert.Equal(-5, Good("seed = -5").Seed);
    }

    [Fact]
    public void Every_step_is_read()
    {
        var script = Good("""
            script = [
              { absent = Rateb }
              { join = Felix }
              { join = Zed, refused = unknown-name }
              { answer = Felix, text = "so, so" }
              { answer = Felix, late = true }
              { silent = Felix }
              { crash = Felix }
              { wait = 30 s }
              { leave = Felix }
              { walk-out = Felix }
              { stay = Felix }
              { nameless = room-full }
              { disconnect = Felix, at = 2 s }
              { reconnect = Felix, after = 1 s }
              { round-over = 1 }
              { answer = Felix, late = true, round = 2 }
            ]
            """).Script;

        Assert.Equal(
        [
            new ScriptStep.Absent("Rateb"),
            new ScriptStep.Join("Felix"),
            new ScriptStep.RefusedJoin("Zed", RefusalReason.UnknownName),
            new ScriptStep.Answer("Felix", "so, so"),
            new ScriptStep.Answer("Felix", null, Late: true),
            new ScriptStep.Silent("Felix"),
            new ScriptStep.Crash("Felix"),
            new ScriptStep.Wait(TimeSpan.FromSeconds(30)),
            new ScriptStep.Leave("Felix"),
            new ScriptStep.WalkOut("Felix"),
            new ScriptStep.Stay("Felix"),
            new ScriptStep.RefusedJoin(null, RefusalReason.RoomFull),
            new ScriptStep.Disconnect("Felix") { At = TimeSpan.FromSeconds(2) },
            new ScriptStep.Reconnect("Felix") { After = TimeSpan.FromSeconds(1) },
            new ScriptStep.RoundOver(1),
            new ScriptStep.Answer("Felix", null, Late: true, Round: 2),
        ], script);
    }

    [Fact]
    public void Null_takes_back_what_was_expected() =>
        Assert.Null(Good("expect { reason = completed }\nexpect = null").Expect);

    [Fact]
    public void Expectations_are_read()
    {
        var expect = Good("""
            expect {
              reason = completed
              digest = abc
              lines = ["one", { any-order = ["two", { like = "th*" }] }, { one-of = ["four", { like = "*" }] }]
              first-lines = ["one", { like = "t*" }]
              verdicts = [{ Felix = silent, Rateb = answered }, {}]
            }
            """).Expect;

        Assert.Equal(new Expectation
        {
            Reason = CloseReason.Completed,
            Digest = "abc",
            Lines =
            [
                ExpectedLines.One("one"),
                new ExpectedLines([new ExpectedLine.Exactly("two"), new ExpectedLine.Like("th*")]),
                new ExpectedLines([new ExpectedLine.OneOf([new ExpectedLine.Exactly("four"), new ExpectedLine.Like("*")])]),
            ],
            FirstLines = [ExpectedLines.One("one"), new ExpectedLines([new ExpectedLine.Like("t*")])],
            Verdicts = [[new ParticipantVerdict("Felix", Verdict.Silent), new ParticipantVerdict("Rateb", Verdict.Answered)], []],
        }, expect);
    }

    [Theory]
    [InlineData("think { min = 250 ms, max = 2 s }", 250, 2000)]
    [InlineData("think { min = 1 s }", 1000, 1000)]
    [InlineData("think { max = 1 s }", 0, 1000)]
    [InlineData("", 0, 0)]
    public void The_think_time_of_a_persona_is_read(string think, int min, int max)
    {
        var persona = Good($"personas.Felix {{ {think} }}").Roster[0];

        Assert.Equal(new ThinkTimes(TimeSpan.FromMilliseconds(min), TimeSpan.FromMilliseconds(max)), persona.Think);
    }

    [Fact]
    public void Every_number_of_milliseconds_may_be_written_in_seconds()
    {
        for (var milliseconds = 1; milliseconds < 10_000; milliseconds += 7)
        {
            var written = $"{milliseconds / 1000}.{milliseconds % 1000:000} s";

            Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Good($"room.join-timeout = {written}").Room.JoinTimeout);
        }
    }

    [Fact]
    public void A_suggestion_without_a_text_is_asked_by_the_first_question()
    {
        Assert.Equal(new Suggestion("chill", "travel to", "Oslo", "travel to Oslo?"),
            Assert.Single(Good("""suggestions = [{ category = chill, action = "travel to", subject = Oslo }]""").Suggestions));
    }

    [Fact]
    public void A_later_setting_overrides_an_earlier_one_and_substitutions_are_filled_in()
    {
        var scenario = Good("""
            room { rounds = 2, name = a }
            room.rounds = 4
            seed = ${room.rounds}
            """);

        Assert.Equal((4, "a", 4L), (scenario.Room.Rounds, scenario.Room.Name, scenario.Seed));
    }

    [Fact]
    public void A_scenario_may_be_another_one_with_a_few_things_changed()
    {
        var loaded = ScenarioReader.Parse(
            """
            include "scenarios/original.conf"
            room.name = den
            expect.lines = ["Marija has joined the chatroom"]
            expect.reason = abandoned
            """, "mine.conf", HoconFile.ProgramFolder);

        Assert.Empty(loaded.Errors);
        Assert.Equal(("den", SuggestionSource.Script, 4), (loaded.Value!.Room.Name, loaded.Value.Room.Next, loaded.Value.Roster.Count));
        Assert.Equal((CloseReason.Abandoned, 1), (loaded.Value.Expect!.Reason, loaded.Value.Expect.Lines!.Count));
    }

    [Fact]
    public void Who_says_only_what_the_script_holds_needs_no_persona()
    {
        var loaded = ScenarioReader.Parse(
            """
            include "suggestions.conf"
            roster = [Anna, Bert]
            script = [{ answer = Anna, text = "Hi." }, { silent = Bert }]
            """, "mine.conf", HoconFile.ProgramFolder);

        Assert.Empty(loaded.Errors);
    }

    [Fact]
    public void A_name_may_be_typed_in_other_code_points_everywhere()
    {
        var scenario = Good("""
            personas."José" { interest = work, stances.willing { at-interest = 1, otherwise = 1, replies = ["ok"] } }
            roster = ["JOSE2", Felix]
            script = [
              { join = "JOSE1" }
              { join = "JOSE1", refused = name-taken }
              { answer = "JOSE1", text = "hi" }
            ]
            expect { verdicts = [{ "JOSE1" = answered }], lines = ["JOSE1: hi", { like = "JOSE1*" }] }
            """.Replace("JOSE1", "José", StringComparison.Ordinal).Replace("JOSE2", "Jose\u0301", StringComparison.Ordinal));

        Assert.Equal(["Jose\u0301", "Felix"], scenario.Names);
        Assert.Equal("work", scenario.Roster[0].Interest);
        Assert.Equal(
            [new ScriptStep.Join("Jose\u0301"), new ScriptStep.RefusedJoin("Jose\u0301", RefusalReason.NameTaken), new ScriptStep.Answer("Jose\u0301", "hi")],
            scenario.Script);
        Assert.Equal("Jose\u0301", Assert.Single(Assert.Single(scenario.Expect!.Verdicts!)).Name);
        Assert.All(scenario.Expect.Lines!, line => Assert.True(line.Lines[0].Fits("Jose\u0301: hi")));
    }
}
