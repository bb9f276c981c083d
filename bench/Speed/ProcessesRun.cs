using System.Diagnostics;
using Akka.Actor;

namespace Speed;

/// <summary>Two processes: the highest rate, and how long a message takes to come back at parts of it.</summary>
internal static class ProcessesRun
{
    private const int Pings = 100_000;
    private const int Clients = 10;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    public static async Task<Table> RunAsync()
    {
        using var other = Start();
        var address = Address.Parse((await other.StandardOutput.ReadLineAsync().ConfigureAwait(false))!);
        using var here = RemotePingPong.Node("here");
        var echoes = await RemotePingPong.FindEchoesAsync(here, address, Clients).ConfigureAwait(false);
        var highest = await Measure.RateAsync(2L * Pings * Clients, () => RemotePingPong.PlayAsync(here, echoes, Pings)).ConfigureAwait(false);
        var table = new Table("load", "messages a second", "p50 µs", "p99 µs", "p99.9 µs", "lost");
        table.Add("as answers come", Table.Whole(highest), string.Empty, string.Empty, string.Empty, string.Empty);
        var steady = await AddAsync("more than goes", highest).ConfigureAwait(false);
        foreach (var part in new[] { 10, 50, 90 })
            await AddAsync($"{part} %", steady * part / 100).ConfigureAwait(false);

        await here.Terminate().ConfigureAwait(false);
        other.StandardInput.Close();
        await other.WaitForExitAsync().ConfigureAwait(false);
        return table;

        async Task<double> AddAsync(string load, double wanted)
        {
            var (rate, times, lost) = await RoundTrips.MeasureAsync(here, echoes, wanted / 2, Length).ConfigureAwait(false);
            table.Add(load, Table.Whole(rate * 2), At(times, 0.5), At(times, 0.99), At(times, 0.999), Table.Whole(lost));
            return rate * 2;
        }
    }

    private static string At(List<double> sorted, double part) => Table.Whole(sorted[(int)(part * (sorted.Count - 1))]);

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("echo");
        return Process.Start(start)!;
    }
}
