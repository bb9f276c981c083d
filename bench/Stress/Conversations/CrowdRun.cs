using System.Globalization;

namespace Stress.Conversations;

/// <summary>One room with so many bots on four bot nodes, ten rounds.</summary>
internal static class CrowdRun
{
    private const int Rounds = 10;

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-crowd-");
        var scenario = Path.Combine(folder.FullName, "many.conf");
        await File.WriteAllTextAsync(scenario, Scenario(options)).ConfigureAwait(false);
        var share = (options.Count / FiveNodes.BotNodes).ToString(CultureInfo.InvariantCulture);
        var findings = await FiveNodes.RunAsync(scenario, [], ["--count", share], Path.Combine(folder.FullName, "talk.jsonl")).ConfigureAwait(false);
        folder.Delete(recursive: true);
        return findings;
    }

    private static string Scenario(RunOptions options)
    {
        var names = Enumerable.Range(1, options.Count / FiveNodes.BotNodes * FiveNodes.BotNodes)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"Bot{number:0000}")).ToList();
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
}
