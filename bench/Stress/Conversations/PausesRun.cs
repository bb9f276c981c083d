using System.Globalization;
using System.Runtime.InteropServices;

namespace Stress.Conversations;

/// <summary>
/// Conversations of three rounds across processes, in each of which all bot nodes are stopped for 3 to 20 s at a moment by chance, from
/// before they join until after they have left, and then go on. Linux only.
/// </summary>
internal static partial class PausesRun
{
    // As Linux has them.
    private const int Stop = 19;
    private const int Continue = 18;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-pauses-");
        var scenario = Path.Combine(folder.FullName, "patient.conf");
        await File.WriteAllTextAsync(scenario, """
            include "personas.conf"
            include "suggestions.conf"
            room { rounds = 3, reply-timeout = 60 s }
            roster = [Marija, Felix, Madelen, Rateb]
            """).ConfigureAwait(false);
        var dice = new Random(options.Seed);
        var begin = TimeProvider.System.GetTimestamp();
        await BotNodeProgram.RunAsync(Limit, Run(scenario, Path.Combine(folder.FullName, "usual.jsonl"))).ConfigureAwait(false);
        var usual = TimeProvider.System.GetElapsedTime(begin);
        var tally = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            var pause = new Pause(usual * dice.NextDouble(), Shortest + ((Longest - Shortest) * dice.NextDouble()));
            foreach (var outcome in await PauseAsync(scenario, Path.Combine(folder.FullName, $"{i}.jsonl"), pause).ConfigureAwait(false))
                tally[outcome] = tally.GetValueOrDefault(outcome) + 1;
        }

        folder.Delete(recursive: true);
        var findings = new Findings();
        findings.Note("milliseconds", (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        findings.Note("milliseconds of a run without a pause", (long)usual.TotalMilliseconds);
        foreach (var (outcome, count) in tally.Where(one => !one.Key.StartsWith('!')).OrderBy(one => one.Key, StringComparer.Ordinal))
            findings.Note(outcome, count);
        findings.CheckExactly("completed", tally.GetValueOrDefault("!completed"), options.Count);
        findings.CheckExactly("transcripts that replay to the same digest", tally.GetValueOrDefault("!replayed"), options.Count);
        return findings;
    }

    private static string[] Run(string scenario, string transcript) => ["run", scenario, "--think", "300ms", "--transcript", transcript];

    private static async Task<IReadOnlyList<string>> PauseAsync(string scenario, string transcript, Pause pause)
    {
        using var run = BotNodeProgram.Start(Run(scenario, transcript));
        var ending = BotNodeProgram.EndAsync(run, Limit);
        await Task.WhenAny(ending, Task.Delay(pause.Moment, TimeProvider.System)).ConfigureAwait(false);
        var bots = BotChildren.Of(run.Id);
        foreach (var bot in bots)
            _ = SendSignal(bot, Stop);
        await Task.Delay(pause.Length, TimeProvider.System).ConfigureAwait(false);
        foreach (var bot in bots)
            _ = SendSignal(bot, Continue);
        var (exitCode, _, errors) = await ending.ConfigureAwait(false);
        var outcomes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{bots.Count} bots paused"), string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}"),
        };
        var verify = await BotNodeProgram.RunAsync(Limit, "verify", transcript).ConfigureAwait(false);
        if (verify.ExitCode == 0 && verify.Output.Contains(", completed,", StringComparison.Ordinal))
            outcomes.Add("!completed");
        var show = await BotNodeProgram.RunAsync(Limit, "show", transcript, "--digest").ConfigureAwait(false);
        var replay = await BotNodeProgram.RunAsync(Limit, "replay", transcript, "--digest").ConfigureAwait(false);
        if (replay.ExitCode == 0 && replay.Output == show.Output)
            outcomes.Add("!replayed");
        if (exitCode != 0 || outcomes.Count(outcome => outcome.StartsWith('!')) < 2)
            await Console.Error.WriteLineAsync($"{pause}: exit code {exitCode}: {errors}{verify.Output}{verify.Errors}{replay.Errors}").ConfigureAwait(false);
        return outcomes;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);

    private sealed record Pause(TimeSpan Moment, TimeSpan Length);
}
