using System.Text.RegularExpressions;
using BotNode.Tests.Programs;

namespace BotNode.Tests;

public sealed partial class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_conversation_shows_each_kind_of_line_and_ends_with_0()
    {
        await using var run = RunningProgram.Start("run", "--seed", "7");

        await run.EndsQuietlyAsync(0);
        string[] bots = ["Felix", "Madelen", "Marija", "Rateb"];
        Assert.Equal(bots, Named(run, @"^New connection from \('127\.0\.0\.1', \d+\) (\w+) has joined the chatroom$"));
        Assert.Equal(["1", "2", "3"], Named(run, @"^Waiting for (\d) client\(s\) to join the chat\.$"));
        Assert.Single(Named(run, "^Host suggested (chill|work|sport|bad thing)$"));
        Assert.Single(Named(run, @"^Host: (Do you guys want to .+\?|Let's .+ guys!!)$"));
        Assert.Equal(bots, Named(run, "^(Felix|Madelen|Marija|Rateb): .+$"));
        Assert.Equal(bots, Named(run, @"^(\w+) left the chatroom\.$"));
        Assert.Equal(17, run.OutputLines.Count);
    }

    [Fact]
    public async Task An_answer_that_is_not_said_whole_is_told_once_and_counted()
    {
        var what = string.Concat(Enumerable.Repeat("{what} ", 500));
        var scenario = _folder.With("long.conf", $$"""
            personas.Felix { interest = chill, stances.keen { at-interest = 1, otherwise = 1, replies = ["{{what}}"] } }
            catalogue { questions = ["{what}?"], actions = [{ category = chill, action = "travel to Oslo" }] }
            roster = [Felix]
            room.rounds = 3
            """);
        await using var run = RunningProgram.Start("run", scenario);

        Assert.Equal(0, await run.ExitAsync());
        Assert.Equal(
            ["Felix: botnode: An answer to round 1 has 7,500 characters; only the first 4,096 are said.", "Felix: botnode: 2 more answers were shortened."],
            run.ErrorLines);
    }

    [Fact]
    public async Task The_recorded_conversation_is_played_line_by_line()
    {
        await using var run = RunningProgram.Start("run", "original");

        await run.EndsQuietlyAsync(0);
        Assert.Equal(
            [
                "Marija has joined the chatroom",
                "Felix has joined the chatroom",
                "Bot Felix is taken",
                "Madelen has joined the chatroom",
                "Bot Madelen is taken",
                "Bot Marija is taken",
                "Rateb has joined the chatroom",
                "Host suggested chill",
                "Host: Do you guys want to travel to Oslo?",
                "Marija: I can't join!",
                "Felix: WOW I can't wait for it!",
                "Madelen: I have some other stuff to do.",
                "Rateb: That isn't my thing, you have a great time!",
                "Rateb left the chatroom.",
                "Felix left the chatroom.",
                "Madelen left the chatroom.",
                "Marija left the chatroom.",
            ],
            run.OutputLines.Where(line => !line.StartsWith("Waiting", StringComparison.Ordinal))
                .Select(line => TakenPattern().Replace(FromPattern().Replace(line, ""), "$1")));
    }

    [LinuxFact]
    public async Task Nodes_understand_each_other_in_a_locale_that_has_not_all_letters_and_by_names_that_begin_like_options()
    {
        var scenario = _folder.With("letters.conf", """
            include "suggestions.conf"
            personas."@Žofie" { interest = chill, stances.keen { at-interest = 1, otherwise = 1, replies = ["ano"] } }
            personas."--seed" { interest = chill, stances.keen { at-interest = 1, otherwise = 1, replies = ["да"] } }
            roster = ["@Žofie", "--seed"]
            script = [{ answer = "@Žofie", text = "Žluťoučký 🐎" }]
            """);

        await using var run = RunningProgram.StartInShell(
            $"LC_ALL=en_US.ISO-8859-1 exec {RunningProgram.InShell}", "run", scenario);

        await run.EndsQuietlyAsync(0);
        Assert.Contains("@Žofie: Žluťoučký 🐎", run.OutputLines);
        Assert.Contains("--seed: да", run.OutputLines);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_transcript_by_roster_and_the_same_digest_by_arrival()
    {
        await Run("first.jsonl", "roster");
        await Run("second.jsonl", "roster");
        await Run("third.jsonl", "arrival");

        Assert.Equal(WithoutTimeAndPlace("first.jsonl"), WithoutTimeAndPlace("second.jsonl"));
        var digest = await Digest("show", "first.jsonl");
        Assert.Equal(digest, await Digest("show", "third.jsonl"));
        Assert.Equal(digest, await Digest("replay", "first.jsonl"));
        Assert.Equal(digest, await Digest("replay", "third.jsonl"));
    }

    private async Task Run(string transcript, string order)
    {
        await using var run = RunningProgram.Start(
            "run", "--seed", "11", "--rounds", "2", "--order", order, "--transcript", _folder.File(transcript));
        await run.EndsQuietlyAsync(0);
    }

    private async Task<string> Digest(string verb, string transcript)
    {
        var digest = await InProcess.RunAsync(verb, _folder.File(transcript), "--digest");
        Assert.Equal((0, ""), (digest.ExitCode, digest.Errors));
        return Assert.Single(digest.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private IEnumerable<string> WithoutTimeAndPlace(string transcript) =>
        File.ReadLines(_folder.File(transcript)).Select(line => TimeAndPlacePattern().Replace(line, ""));

    private static IEnumerable<string> Named(RunningProgram run, string pattern) =>
        run.OutputLines.Select(line => Regex.Match(line, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^New connection from \('127\.0\.0\.1', \d+\) ", RegexOptions.None, 1000)]
    private static partial Regex FromPattern();

    [GeneratedRegex(@"^(Bot \w+ is taken).*$", RegexOptions.None, 1000)]
    private static partial Regex TakenPattern();

    [GeneratedRegex("""
        "(t|from|ticket-digest|hash)":("[^"]*"|\d+)
        """, RegexOptions.None, 1000)]
    private static partial Regex TimeAndPlacePattern();
}
