using System.Diagnostics;
using System.Globalization;

namespace Speed;

/// <summary>
/// A whole conversation, from the start of `run` to its end: time, the processors' time of all its processes, and what each kind of node
/// takes of memory. The program is the one that was built beside this one. Linux only: it reads /proc.
/// </summary>
internal static class StartRun
{
    private const int Runs = 11;
    private const int TicksPerSecond = 100; // USER_HZ: proc(5) counts in it.

    private static readonly string[] Kinds = ["run", "seed", "bot"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "BotNode", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "botnode"));

    public static async Task<Table> RunAsync()
    {
        var table = new Table("what", "median", "least", "most");
        List<double> walls = [];
        List<double> cpus = [];
        await ConverseAsync(_ => { }).ConfigureAwait(false);
        for (var run = 0; run < Runs; run++)
        {
            var before = CpuOfChildren();
            var clock = Stopwatch.StartNew();
            await ConverseAsync(_ => { }).ConfigureAwait(false);
            walls.Add(clock.Elapsed.TotalSeconds);
            cpus.Add(CpuOfChildren() - before);
        }

        Add(table, "a conversation, s", walls, Table.Fine);
        Add(table, "processors, s", cpus, Table.Fine);
        var peaks = await PeaksAsync().ConfigureAwait(false);
        foreach (var kind in Kinds)
        {
            Add(table, $"{kind}, MB resident", [.. peaks.Where(peak => peak.Kind == kind).Select(peak => peak.Resident)], Table.Fine);
            Add(table, $"{kind}, MB of its own", [.. peaks.Where(peak => peak.Kind == kind).Select(peak => peak.Own)], Table.Fine);
        }

        return table;
    }

    private static async Task ConverseAsync(Action<int> whileRunning)
    {
        var start = new ProcessStartInfo(Program, ["run", "--seed", "7"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            whileRunning(process.Id);
            await Task.WhenAny(ended, Task.Delay(Pause, TimeProvider.System)).ConfigureAwait(false);
        }

        await said.ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"botnode ended with {process.ExitCode}");
    }

    /// <summary>The most memory that each process of a conversation was seen with.</summary>
    private static async Task<IReadOnlyCollection<Peak>> PeaksAsync()
    {
        Dictionary<int, Peak> peaks = [];
        await ConverseAsync(run =>
        {
            foreach (var id in ChildrenOf(run).Prepend(run))
            {
                var kind = ReadOf(id, "cmdline").Split('\0').ElementAtOrDefault(1);
                var sizes = ReadOf(id, "smaps_rollup").Split('\n');
                var seen = new Peak(kind ?? "", MegabytesOf("Rss:", sizes), MegabytesOf("Private_Clean:", sizes) + MegabytesOf("Private_Dirty:", sizes));
                if (seen.Resident > 0 && (!peaks.TryGetValue(id, out var most) || seen.Resident > most.Resident))
                    peaks[id] = seen;
            }
        }).ConfigureAwait(false);
        return peaks.Values;
    }

    private static double MegabytesOf(string name, string[] sizes) =>
        sizes.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1000
            : 0;

    private static IEnumerable<int> ChildrenOf(int process) =>
        Directory.Exists($"/proc/{process}/task")
            ? Directory.GetDirectories($"/proc/{process}/task").Select(Path.GetFileName)
                .SelectMany(thread => ReadOf(process, $"task/{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            : [];

    // Fields 16 and 17 of proc_pid_stat(5): of children that have ended and were waited for, and of their children.
    private static double CpuOfChildren()
    {
        var stat = ReadOf(Environment.ProcessId, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / (double)TicksPerSecond;
    }

    private static string ReadOf(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ""; // It has ended meanwhile.
        }
    }

    private static void Add(Table table, string what, List<double> figures, Func<double, string> print)
    {
        figures.Sort();
        table.Add(what, print(figures[figures.Count / 2]), print(figures[0]), print(figures[^1]));
    }

    private sealed record Peak(string Kind, double Resident, double Own);
}
