using System.Globalization;

namespace BotNode.Tests.Programs;

/// <summary>The processes that a process has started, as Linux shows them in /proc.</summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static IReadOnlyList<int> ChildrenOf(int process) =>
        [.. Directory.GetDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Order()];

    /// <summary>The child of <paramref name="process"/> whose command line holds all the words.</summary>
    public static int ChildOf(int process, params string[] words) =>
        Assert.Single(ChildrenOf(process), child => words.All(word => CommandLineOf(child).Split('\0').Contains(word)));

    /// <summary>Every process, anybody's, that has this word on its command line.</summary>
    public static IReadOnlyList<int> Naming(string word) =>
        [.. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && CommandLineOf(id).Split('\0').Contains(word))];

    /// <summary>Waits until none of the processes runs any more; fails when one still does at the limit.</summary>
    public static async Task GoneAsync(IReadOnlyList<int> processes)
    {
        using var limit = new CancellationTokenSource(RunningProgram.Limit);
        while (processes.Where(IsRunning).ToList() is { Count: > 0 } left)
        {
            Assert.False(limit.IsCancellationRequested, $"Still running: {string.Join(", ", left.Select(CommandLineOf))}");
            await Task.Delay(Pause, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private static string CommandLineOf(int process) => ReadOf(process, "cmdline");

    // A zombie has ended; only nobody has asked for its exit code yet.
    private static bool IsRunning(int process)
    {
        var stat = ReadOf(process, "stat");
        return stat.Length > 0 && stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
    }

    private static string ReadOf(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
