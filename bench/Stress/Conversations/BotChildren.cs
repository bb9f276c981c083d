using System.Globalization;

namespace Stress.Conversations;

/// <summary>The bot nodes of a run. Linux only: they are found in /proc.</summary>
internal static class BotChildren
{
    /// <summary>The processes of the bot nodes that are there now.</summary>
    /// <param name="run">The process that started them.</param>
    /// <param name="name">The name of the only one that is wanted; null for all.</param>
    public static IReadOnlyList<int> Of(int run, string? name = null)
    {
        try
        {
            return
            [
                .. Directory.GetDirectories($"/proc/{run}/task")
                    .SelectMany(thread => TextOf(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(child => IsBot(child, name))
                    .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has just ended by itself.
            return [];
        }
    }

    private static bool IsBot(string process, string? name) =>
        TextOf($"/proc/{process}/cmdline").Split('\0').Any(word => name is null ? word.StartsWith("--name=", StringComparison.Ordinal) : word == $"--name={name}");

    // Empty for a process or a thread that has just ended: the others are still there.
    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
