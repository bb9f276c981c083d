using System.Globalization;

namespace BotNode.Tests.Programs;

/// <summary>The processes that a process has started, as Linux shows them in /proc.</summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Not task/*/children: threads come and go, and their children with them to others.
    public static IReadOnlyList<int> ChildrenOf(int process) => [.. All().Where(id => ParentOf(id) == process).Order()];

    /// <summary>The child of <paramref name="process"/> whose command line holds all the words.</summary>
    public static int ChildOf(int process, params string[] words) =>
        Assert.Single(ChildrenOf(process), child => words.All(word => CommandLineOf(child).Split('\0').Contains(word)));

    /// <summary>Every process, anybody's, that has this word on its command line.</summary>
    public static IReadOnlyList<int> Naming(string word) => [.. All().Where(id => CommandLineOf(id).Split('\0').Contains(word))];

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

    private static IEnumerable<int> All() => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static string CommandLineOf(int process) => ReadOf(process, "cmdline");

    // A zombie has ended; only nobody has asked for its exit code yet.
    private static bool IsRunning(int process) => StatOf(process) is [var state, ..] && state is not ("Z" or "X");

    private static int ParentOf(int process) => StatOf(process) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0;

    /// <summary>What proc(5) lists after the name of the program: state, parent and so on; nothing when the process is gone.</summary>
    private static string[] StatOf(int process)
    {
        var stat = ReadOf(process, "stat");
        return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
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
