namespace Chatroom.Actors.Tests;

public sealed class ScenarioWriterTests
{
    private static readonly Scenario Scenario = new("mine", [Persona.WithoutWords("Felix")], Catalogue.Empty)
    {
        Room = new RoomSettings { Next = SuggestionSource.Script },
        Seed = 7,
        Suggestions = [new Suggestion("chill", "party", null, "Party?")],
        Script = [new ScriptStep.Join("Felix"), new ScriptStep.Silent("Felix")],
    };

    [Fact]
    public void What_is_expected_is_written_as_it_is_read()
    {
        ValueList<ExpectedLines> lines =
        [
            ExpectedLines.One("\"one\" ${x}"),
            new ExpectedLines([new ExpectedLine.Exactly("two"), new ExpectedLine.Like("th*")]),
            new ExpectedLines([new ExpectedLine.OneOf([new ExpectedLine.Exactly("four"), new ExpectedLine.Like("*")])]),
        ];
        var scenario = Scenario with
        {
            Expect = new Expectation { Reason = CloseReason.Completed, Digest = "abc", Lines = lines, FirstLines = lines, Verdicts = [[new("Felix", Verdict.Silent)]] },
        };

        Assert.Equal(scenario.Expect, Read(ScenarioWriter.Of(scenario)).Expect);
    }

    [Fact]
    public void A_comment_stands_before_its_step_or_at_the_end()
    {
        var text = ScenarioWriter.Of(Scenario, "", new[] { (1, "why { not"), (2, "the end") }.ToLookup(one => one.Item1, one => one.Item2));

        Assert.Contains("  { join = Felix }\n  # why { not\n  { silent = Felix }\n  # the end\n]\n", text, StringComparison.Ordinal);
        Assert.Equal(Scenario.Script, Read(text).Script);
    }

    private static Scenario Read(string text)
    {
        var read = ScenarioReader.Parse(text, "mine", "/no/such/folder");
        Assert.Empty(read.Errors);
        return read.Value!;
    }
}
