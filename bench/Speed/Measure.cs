namespace Speed;

/// <summary>Repeats a measurement: once to warm up, then so often that a median means something.</summary>
internal static class Measure
{
    private const int Runs = 5;

    /// <summary>The median of the rates, a second, at which <paramref name="count"/> things are done.</summary>
    public static async Task<double> RateAsync(long count, Func<Task> work)
    {
        await work().ConfigureAwait(false);
        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            await work().ConfigureAwait(false);
            rates.Add(count / TimeProvider.System.GetElapsedTime(begin).TotalSeconds);
        }

        return Median(rates);
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
