using System.Globalization;
using System.Text.RegularExpressions;
using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>What a person sees of the messages between actors, with --trace-messages.</summary>
public sealed partial class TraceMessagesTests : IDisposable
{
    private const string Traces = "--trace-messages";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_shows_the_messages_of_each_node_by_its_name_in_one_table()
    {
        await using var run = RunningProgram.Start("run", Traces, "--seed", "7");

        Assert.Equal(0, await run.ExitAsync());
        Assert.Equal(17, run.OutputLines.Count);
        Assert.All(run.ErrorLines, line => Assert.Matches(InRun(), line));
        Assert.Equal(["Felix", "Madelen", "Marija", "Rateb", "seed node"], run.ErrorLines.Select(line => line.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
        InOrder(
            run.ErrorLines.Where(line => line.StartsWith("Felix: ", StringComparison.Ordinal)),
            "Felix?      <- Welcome Felix,", "Felix       <- Missed #1 to ", "<- Happened Suggested ", "<- Happened Said Felix ", "<- Over ", "<- Happened Left Felix, bye ");
        InOrder(
            run.ErrorLines.Where(line => line.StartsWith("seed node: ", StringComparison.Ordinal)),
            "chatroom    <- Join Felix ", "chatroom/1  <- Join Felix ", "chatroom/1  <- Answer 1 ", "chatroom/1  <- Bye ", "chatroom    <- Terminated ");
        Assert.All(run.ErrorLines, line => Assert.InRange(double.Parse(InRun().Match(line).Groups[1].ValueSpan, CultureInfo.InvariantCulture), 0, RunningProgram.Limit.TotalSeconds));
    }

    [Fact]
    public async Task A_trace_changes_no_transcript()
    {
        await Run("plain.jsonl");
        await Run("traced.jsonl", Traces);

        Assert.Equal(await DigestOf("plain.jsonl"), await DigestOf("traced.jsonl"));
    }

    [LinuxFact]
    public async Task The_room_hears_of_the_death_of_a_killed_bot_and_tells_the_others()
    {
        await using var seed = RunningProgram.Start("seed", Traces, "--port", "0", "--seed", "7");
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        await using var felix = RunningProgram.Start("bot", "--join", address, "--name", "Felix", "--patience", "0s", "--think", "10m");
        await using var others = RunningProgram.Start("bot", "--join", address, "--count", "3", "--patience", "0s", Traces);
        await others.ErrorLineAsync(line => line.Contains("<- Happened Suggested ", StringComparison.Ordinal));

        felix.KillHard();

        await seed.ErrorLineAsync(line => OfKilled().IsMatch(line));
        Assert.Equal(0, await others.ExitAsync());
        Assert.Equal(0, await seed.ExitAsync());
        Assert.All(seed.ErrorLines.Concat(others.ErrorLines), line => Assert.Matches(ByHand(), line));
        Assert.Single(others.ErrorLines, line => line.Contains("relay       <- Happened Left Felix, crashed ", StringComparison.Ordinal));
        Assert.Equal(3, others.ErrorLines.Count(line => line.Contains(" <- Happened Left Felix, crashed ", StringComparison.Ordinal) && !line.Contains("relay", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_replay_shows_its_messages_in_virtual_time_and_prints_the_same_as_without()
    {
        var plain = await InProcess.RunAsync("replay", "one-silent");
        var traced = await InProcess.RunAsync("replay", "one-silent", Traces);
        var again = await InProcess.RunAsync("replay", "one-silent", Traces);

        Assert.Equal((0, plain.Output), (traced.ExitCode, traced.Output));
        Assert.Equal(traced.Errors, again.Errors);
        var lines = traced.Errors.TrimEnd().Split(Environment.NewLine);
        Assert.All(lines, line => Assert.Matches(ByHand(), line));
        InOrder(lines, "   0.000 s  chatroom    <- Join ", "   0.000 s  Marija      <- Happened Suggested ", "   4.000 s  chatroom    <- Due ReplyTimeout after 4 s ");
    }

    [Theory]
    [InlineData("run", true)]
    [InlineData("seed", true)]
    [InlineData("bot", true)]
    [InlineData("replay", true)]
    [InlineData("sim", false)]
    public async Task The_help_of_a_verb_says_whether_it_traces(string verb, bool traces)
    {
        var help = await InProcess.RunAsync(verb, "--help");

        Assert.Equal(traces, help.Output.Contains(Traces, StringComparison.Ordinal));
        Assert.DoesNotContain("--trace-since", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_that_is_none_is_a_mistake_of_one_line()
    {
        var seed = await InProcess.RunAsync("seed", Traces, "--trace-since", "noon");

        Assert.Equal((2, "botnode: --trace-since takes a moment, not 'noon'. See: botnode seed --help\n"), (seed.ExitCode, seed.Errors.ReplaceLineEndings("\n")));
    }

    private async Task Run(string transcript, params string[] options)
    {
        await using var run = RunningProgram.Start(["run", "--seed", "7", "--order", "roster", "--transcript", _folder.File(transcript), .. options]);
        Assert.Equal(0, await run.ExitAsync());
    }

    private async Task<string> DigestOf(string transcript) => (await InProcess.RunAsync("show", _folder.File(transcript), "--digest")).Output;

    /// <summary>Each of the parts is in a line behind the one with the part before.</summary>
    private static void InOrder(IEnumerable<string> lines, params string[] parts)
    {
        var left = lines.ToList();
        foreach (var part in parts)
        {
            var at = left.FindIndex(line => line.Contains(part, StringComparison.Ordinal));
            Assert.True(at >= 0, $"'{part}' is not in:\n{string.Join('\n', left)}");
            left = left[(at + 1)..];
        }
    }

    [GeneratedRegex(@"^(?:seed node|\w+): +([0-9]+\.[0-9]{3}) s  \S+ +<- \S.*  from \S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InRun();

    [GeneratedRegex(@"^ *[0-9]+\.[0-9]{3} s  \S+ +<- \S.*  from \S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByHand();

    [GeneratedRegex(@" chatroom/1  <- Terminated\b.* from Felix$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfKilled();
}
