using BotNode.Tests.Programs;

namespace BotNode.Tests.CommandLine;

/// <summary>Personas and suggestions in the user's own files.</summary>
public sealed class ContentOptionsTests : IDisposable
{
    private const string Personas = """
        personas {
          Anna { interest = music, stances.keen { at-interest = 1, otherwise = 1, replies = ["{name} wants to {what}."] } }
          Bert {
            interest = music
            think { min = 1 ms, max = 20 ms }
            stances.countering { at-interest = 1, otherwise = 1, replies = ["Rather {counter}."] }
          }
        }
        """;

    private const string Suggestions = """
        catalogue {
          questions = ["Who wants to {action} the {subject}?"]
          actions = [{ category = music, action = play, subjects = [flute, tuba] }]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everybody_in_the_file_takes_part_and_the_Host_suggests_what_is_in_the_other()
    {
        var (personas, suggestions) = (_folder.With("mine.conf", Personas), _folder.With("ours.conf", Suggestions));

        await using var run = RunningProgram.Start("run", "--seed", "1", "--personas", personas, "--suggestions", suggestions);

        await run.EndsQuietlyAsync(0);
        var (subject, other) = run.OutputLines.Contains("Host: Who wants to play the flute?") ? ("flute", "tuba") : ("tuba", "flute");
        Assert.Contains($"Host: Who wants to play the {subject}?", run.OutputLines);
        Assert.Contains($"Anna: Anna wants to play {subject}.", run.OutputLines);
        Assert.Contains($"Bert: Rather play {other}.", run.OutputLines);
    }

    [Fact]
    public async Task By_hand_the_seed_node_and_the_bots_are_given_the_same_files()
    {
        var (personas, suggestions) = (_folder.With("mine.conf", Personas), _folder.With("ours.conf", Suggestions));
        string[] files = ["--personas", personas, "--suggestions", suggestions];
        await using var seed = RunningProgram.Start(["seed", "--port", "0", .. files]);
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        await using var first = RunningProgram.Start(["bot", "--join", address, .. files]);
        await using var second = RunningProgram.Start(["bot", "--join", address, .. files]);

        await seed.EndsQuietlyAsync(0);
        Assert.Contains(seed.OutputLines, line => line.StartsWith("Anna: Anna wants to play ", StringComparison.Ordinal));
        Assert.Contains(seed.OutputLines, line => line.StartsWith("Bert: Rather play ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run", "--personas", "catalogue { }", "holds no personas, or more than 1024; --personas takes a file like hocon/personas.conf")]
    [InlineData("seed", "--suggestions", "personas { }", "holds no actions, or no questions; --suggestions takes a file like hocon/suggestions.conf")]
    [InlineData("bot", "--personas", "personas.Anna {}", ":1: personas.Anna.interest: is missing")]
    public async Task A_file_that_will_not_do_is_named_with_what_is_wrong_and_2(string verb, string option, string text, string problem)
    {
        var file = _folder.With("mine.conf", text);

        var result = await InProcess.RunAsync(verb, option, file);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"botnode: {file}", result.Errors, StringComparison.Ordinal);
        Assert.Contains(problem, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    [InlineData("bot")]
    public async Task A_file_that_is_a_scenario_too_is_checked_as_one(string verb)
    {
        var file = _folder.With("talk.conf", $"{Personas}\ninclude \"suggestions.conf\"\nroster = [Anna]\nroom.reply-timeout = 4 parsecs\n");

        var result = await InProcess.RunAsync(verb, "--personas", file);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"botnode: {file}:11: room.reply-timeout: must be a time", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_scenario_wants_may_come_from_the_file()
    {
        var personas = _folder.With("mine.conf", Personas.Replace("Anna", "Felix", StringComparison.Ordinal));
        var scenario = _folder.With("talk.conf", "include \"suggestions.conf\"\nroster = [Felix]\n");

        await using var run = RunningProgram.Start("run", scenario, "--personas", personas);

        await run.EndsQuietlyAsync(0);
        Assert.Contains(run.OutputLines, line => line.StartsWith("Felix: Felix wants to ", StringComparison.Ordinal));
    }
}
