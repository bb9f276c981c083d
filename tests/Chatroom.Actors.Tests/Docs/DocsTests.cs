using System.Text.RegularExpressions;
using Akka.TestKit.Xunit2;

namespace Chatroom.Actors.Tests.Docs;

/// <summary>What the docs show and promise is so.</summary>
public sealed partial class DocsTests : TestKit
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_example_of_a_mind_is_the_code_that_is_compiled_here()
    {
        var code = Read("MindOfYourOwn.cs");
        var between = code.Split("    // <example>\n")[1].Split("    // </example>\n")[0];
        var unindented = string.Join('\n', between.Split('\n').Select(line => line.Length >= 4 ? line[4..] : line));

        Assert.Equal(unindented, Assert.Single(Blocks("minds.md", "csharp")));
    }

    [Fact]
    public async Task The_example_of_a_mind_answers()
    {
        var bot = MindOfYourOwn.Join(Sys, TestActor);
        Assert.Equal("Rateb", (await ExpectMsgAsync<ChatroomProtocol.Join>(Long)).Name);
        bot.Tell(new ChatroomProtocol.Welcome("Rateb", 7, 1), TestActor);
        var party = new Suggestion("chill", "party", null, "Party?");

        bot.Tell(new ChatroomProtocol.Happened(new Suggested(1, 0, 1, party)), TestActor);
        Assert.Equal(new ChatroomProtocol.Answer(1, "party? Why not."), await FishForMessageAsync<ChatroomProtocol.Answer>(_ => true, Long));

        bot.Tell(new ChatroomProtocol.Happened(new Said(2, 0, 1, "Felix", "No.", false)), TestActor);
        bot.Tell(new ChatroomProtocol.Happened(new Suggested(3, 0, 2, party)), TestActor);
        Assert.Equal(new ChatroomProtocol.Answer(2, "I'm with Felix."), await FishForMessageAsync<ChatroomProtocol.Answer>(answer => answer.Round == 2, Long));
    }

    [Fact]
    public async Task The_example_of_a_scenario_comes_out_as_it_expects()
    {
        var scenario = ScenarioReader.Parse(Blocks("scenarios.md", "hocon")[0], "docs", HoconFile.ProgramFolder);

        Assert.Empty(scenario.Errors);
        Assert.Empty((await Replay.RunAsync(scenario.Value!, TimeProvider.System, CancellationToken.None)).Differences);
    }

    [Fact]
    public void The_example_of_personas_and_a_catalogue_loads()
    {
        Assert.Empty(ScenarioReader.Parse(Blocks("scenarios.md", "hocon")[1] + "\nroster = [Rateb]", "docs", HoconFile.ProgramFolder).Errors);
    }

    [Fact]
    public void The_defaults_of_a_room_are_those_in_the_table()
    {
        var rows = RoomRow().Matches(Read("scenarios.md")).Select(row => (Key: row.Groups[1].Value, Default: row.Groups[2].Value.Trim('`'))).ToList();
        var text = "include \"suggestions.conf\"\ninclude \"personas.conf\"\nroster = [Felix]\n"
            + string.Concat(rows.Select(row => $"{row.Key} = {row.Default}\n"));

        var scenario = ScenarioReader.Parse(text, "docs", HoconFile.ProgramFolder);

        Assert.Equal(typeof(RoomSettings).GetProperties().Length, rows.Count);
        Assert.Empty(scenario.Errors);
        Assert.Equal(new RoomSettings(), scenario.Value!.Room);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", file)).ReplaceLineEndings("\n");

    private static List<string> Blocks(string file, string language) =>
        [.. Read(file).Split($"```{language}\n").Skip(1).Select(rest => rest.Split("```")[0])];

    [GeneratedRegex(@"^\| `(room\.[a-z-]+)` \| ([^|]+) \|", RegexOptions.Multiline, 1000)]
    private static partial Regex RoomRow();
}
