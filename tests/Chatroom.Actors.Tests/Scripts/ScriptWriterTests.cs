using System.Diagnostics;

namespace Chatroom.Actors.Tests;

public sealed class ScriptWriterTests
{
    private static readonly string[] Texts =
    [
        "{ join = Felix }",
        "{ join = Zed, refused = unknown-name }",
        "{ answer = Felix }",
        """{ answer = Felix, text = "so \"so\", i dag på øya" }""",
        """{ answer = Felix, late = true, text = "oh" }""",
        "{ leave = Felix }",
        "{ walk-out = Felix }",
        "{ crash = Felix }",
        "{ wait = 1500 ms }",
        "{ absent = Felix }",
        "{ silent = Felix }",
        "{ stay = Felix }",
        "{ nameless = room-full }",
        """{ answer = Felix, late = true, round = 2, text = "oh" }""",
        "{ disconnect = Felix }",
        "{ reconnect = Felix, after = 250 ms }",
        "{ round-over = 3 }",
        "{ join = Felix, at = 60000 ms }",
        """{ join = "--\"Å\"", refused = unknown-name }""",
    ];

    public static TheoryData<string> Steps => new(Texts);

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_told_as_it_is_written(string step) => Assert.Equal(step, ScriptWriter.Of(Read(step)));

    [Fact]
    public void Every_step_has_its_words() => Kinds.AllAmong(Texts.Select(Read));

    [Fact]
    public void A_step_that_was_forgotten_has_none()
    {
        Assert.Throws<UnreachableException>(() => ScriptWriter.Of(new UnknownStep()));
    }

    private static ScriptStep Read(string step)
    {
        var scenario = ScenarioReader.Parse($$"""
            include "personas.conf"
            include "suggestions.conf"
            roster = [Felix]
            script = [{{step}}]
            """, "mine.conf", HoconFile.ProgramFolder);

        Assert.Empty(scenario.Errors);
        return Assert.Single(scenario.Value!.Script);
    }
}
