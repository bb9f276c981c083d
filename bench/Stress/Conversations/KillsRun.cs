using System.Diagnostics;
using System.Globalization;

namespace Stress.Conversations;

/// <summary>
/// Conversations of three rounds across processes, in each of which one bot node is killed at a moment by chance, from before
/// it joins until after it has left. Linux only: it finds the bot nodes in /proc.
/// </summary>
internal static class KillsRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string[] Names = ["Marija", "Felix", "Madelen", "Rateb"];

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-kills-");
        var dice = new Random(options.Seed);
        var begin = TimeProvider.System.GetTimestamp();
        var usual = await UsualTimeAsync(folder).ConfigureAwait(false);
        var tally = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            var transcript = Path.Combine(folder.FullName, $"{i}.jsonl");
            var (name, moment) = (Names[dice.Next(Names.Length)], usual * (1.1 * dice.NextDouble()));
            foreach (var outcome in await KillAsync(transcript, name, moment).ConfigureAwait(false))
                tally[outcome] = tally.GetValueOrDefault(outcome) + 1;
        }

        folder.Delete(recursive: true);
        return Report(options, tally, TimeProvider.System.GetElapsedTime(begin), usual);
    }

    private static Findings Report(RunOptions options, Dictionary<string, int> tally, TimeSpan took, TimeSpan usual)
    {
        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("milliseconds of a run without a kill", (long)usual.TotalMilliseconds);
        foreach (var (outcome, count) in tally.Where(one => !one.Key.StartsWith('!')).OrderBy(one => one.Key, StringComparer.Ordinal))
            findings.Note(outcome, count);
        findings.CheckExactly("ended by themselves", options.Count - tally.GetValueOrDefault("!hung"), options.Count);
        findings.CheckExactly("transcripts that verify", tally.GetValueOrDefault("!verified"), options.Count);
        findings.CheckExactly("transcripts that replay to the same digest", tally.GetValueOrDefault("!replayed"), options.Count);
        return findings;
    }

    private static async Task<TimeSpan> UsualTimeAsync(DirectoryInfo folder)
    {
        var begin = TimeProvider.System.GetTimestamp();
        await BotNodeProgram.RunAsync(Limit, Run(Path.Combine(folder.FullName, "usual.jsonl"))).ConfigureAwait(false);
        return TimeProvider.System.GetElapsedTime(begin);
    }

    private static string[] Run(string transcript) => ["run", "--rounds", "3", "--think", "100ms", "--transcript", transcript];

    private static async Task<IReadOnlyList<string>> KillAsync(string transcript, string name, TimeSpan moment)
    {
        using var run = BotNodeProgram.Start(Run(transcript));
        var ending = BotNodeProgram.EndAsync(run, Limit);
        await Task.WhenAny(ending, Task.Delay(moment, TimeProvider.System)).ConfigureAwait(false);
        var killed = Kill(run.Id, name);
        var (exitCode, _, errors) = await ending.ConfigureAwait(false);
        if (exitCode is null)
        {
            await Console.Error.WriteLineAsync($"{transcript}: hung; {name} was to be killed after {moment}: {errors}").ConfigureAwait(false);
            return ["!hung"];
        }

        var outcomes = new List<string> { killed ? "killed" : "no bot to kill at that moment", string.Create(CultureInfo.InvariantCulture, $"exit code {exitCode}") };
        var verify = await BotNodeProgram.RunAsync(Limit, "verify", transcript).ConfigureAwait(false);
        if (verify.ExitCode == 0)
            outcomes.AddRange(["!verified", $"reason {verify.Output.Split(", ")[^2]}"]);
        var show = await BotNodeProgram.RunAsync(Limit, "show", transcript, "--digest").ConfigureAwait(false);
        var replay = await BotNodeProgram.RunAsync(Limit, "replay", transcript, "--digest").ConfigureAwait(false);
        if (replay.ExitCode == 0 && replay.Output == show.Output)
            outcomes.Add("!replayed");
        else
            await Console.Error.WriteLineAsync($"{transcript}: {name} killed after {moment}: {errors}{verify.Errors}{replay.Errors}").ConfigureAwait(false);
        return outcomes;
    }

    private static bool Kill(int run, string name)
    {
        try
        {
            foreach (var child in BotChildren.Of(run, name))
            {
                using var bot = Process.GetProcessById(child);
                bot.Kill();
                return true;
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has just ended by itself.
        }

        return false;
    }
}
