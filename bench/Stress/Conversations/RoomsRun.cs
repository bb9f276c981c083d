using System.Globalization;

namespace Stress.Conversations;

/// <summary>So many rooms in one seed node, each with four bots, one of every bot node.</summary>
internal static class RoomsRun
{
    private const int Rounds = 3;

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("stress-rooms-");
        var scenario = Path.Combine(folder.FullName, "many.conf");
        await File.WriteAllTextAsync(scenario, $$"""
            include "personas.conf"
            include "suggestions.conf"
            seed = {{options.Seed}}
            room { rounds = {{Rounds}}, reply-timeout = 5 minutes, join-timeout = 5 minutes, closing-timeout = 5 minutes }
            roster = [Marija, Felix, Madelen, Rateb]
            """).ConfigureAwait(false);
        List<string> rooms = [.. Enumerable.Range(1, options.Count).SelectMany(number => new[] { "--room", string.Create(CultureInfo.InvariantCulture, $"room-{number:000}") })];
        var findings = await FiveNodes.RunAsync(scenario, rooms, rooms, Path.Combine(folder.FullName, "talks")).ConfigureAwait(false);
        folder.Delete(recursive: true);
        return findings;
    }
}
