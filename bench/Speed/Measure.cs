namespace Speed;

/// <summary>What things cost: how many a second, and for each one the processors' time and the memory allocated in this process.</summary>
/// <param name="Rate">How many a second.</param>
/// <param name="Cpu">Microseconds of processor time, of user and system, on all cores.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record Figures(double Rate, double Cpu, double Bytes);

/// <summary>Repeats a measurement: once to warm up, then so often that a median means something.</summary>
internal static class Measure
{
    private const int Runs = 5;

    /// <summary>The medians of the figures when <paramref name="count"/> things are done.</summary>
    public static async Task<Figures> FiguresAsync(long count, Func<Task> work)
    {
        await work().ConfigureAwait(false);
        var runs = new List<Figures>();
        for (var run = 0; run < Runs; run++)
            runs.Add(await OnceAsync(count, work).ConfigureAwait(false));
        return new Figures(Median(runs.Select(run => run.Rate)), Median(runs.Select(run => run.Cpu)), Median(runs.Select(run => run.Bytes)));
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>The figures of a single run.</summary>
    public static async Task<Figures> OnceAsync(long count, Func<Task> work)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var begin = TimeProvider.System.GetTimestamp();
        await work().ConfigureAwait(false);
        return new Figures(
            count / TimeProvider.System.GetElapsedTime(begin).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count);
    }
}
