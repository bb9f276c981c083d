using System.Diagnostics;
using System.Globalization;

namespace Stress.Conversations;

/// <summary>One room with so many bots on four bot nodes, ten rounds.</summary>
internal static class BotsRun
{
    private const int Nodes = 4;
    private const int Rounds = 10;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-bots-");
        var scenario = Path.Combine(folder.FullName, "many.conf");
        var transcript = Path.Combine(folder.FullName, "talk.jsonl");
        await File.WriteAllTextAsync(scenario, Scenario(options)).ConfigureAwait(false);

        var begin = TimeProvider.System.GetTimestamp();
        using var seed = BotNodeProgram.Start("seed", scenario, "--port", "0", "--transcript", transcript);
        var address = await seed.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? "";
        var share = (options.Count / Nodes).ToString(CultureInfo.InvariantCulture);
        var bots = Enumerable.Range(0, Nodes).Select(_ => BotNodeProgram.Start("bot", scenario, "--join", address, "--count", share)).ToList();
        var memory = Peak(seed);
        var botMemory = bots.ConvertAll(Peak);
        var ends = await Task.WhenAll(bots.Prepend(seed).Select(process => BotNodeProgram.EndAsync(process, Limit))).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);

        var events = File.ReadLines(transcript).Count() - 2;
        var verify = await BotNodeProgram.RunAsync(Limit, "verify", transcript).ConfigureAwait(false);
        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("events", events);
        findings.Note("bytes of the seed node at most", await memory.ConfigureAwait(false));
        findings.Note("bytes of a bot node at most", (await Task.WhenAll(botMemory).ConfigureAwait(false)).Max());
        findings.CheckExactly("nodes that ended with 0", ends.Count(end => end.ExitCode == 0), Nodes + 1);
        findings.CheckExactly("transcripts that verify", verify.ExitCode == 0 ? 1 : 0, 1);
        foreach (var end in ends.Where(end => end.ExitCode != 0))
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"exit code {end.ExitCode}: {end.Errors}")).ConfigureAwait(false);
        folder.Delete(recursive: true);
        return findings;
    }

    private static string Scenario(RunOptions options)
    {
        var names = Enumerable.Range(1, options.Count / Nodes * Nodes).Select(number => string.Create(CultureInfo.InvariantCulture, $"Bot{number:0000}")).ToList();
        return $$"""
            include "personas.conf"
            include "suggestions.conf"
            seed = {{options.Seed}}
            room { rounds = {{Rounds}}, reply-timeout = 5 minutes, join-timeout = 5 minutes, closing-timeout = 5 minutes }
            personas {
            {{string.Join('\n', names.Select(name => $"  {name} = ${{personas.Rateb}}"))}}
            }
            roster = [{{string.Join(", ", names)}}]
            """;
    }

    /// <summary>The most memory that a process holds until it ends.</summary>
    private static async Task<long> Peak(Process process)
    {
        long most = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            most = Math.Max(most, process.WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System).ConfigureAwait(false);
        }

        return most;
    }
}
