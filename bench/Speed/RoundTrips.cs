using Akka.Actor;

namespace Speed;

/// <summary>
/// Sends at a steady rate, whether answers come or not, and measures each message from when it was due: a stall is seen in all
/// messages that it held up (no coordinated omission).
/// </summary>
internal static class RoundTrips
{
    // A thread that sleeps wakes up on time; timers of .NET on Linux go by a clock of 4 ms.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // What is not back so long after the last that came is lost: a node drops what comes faster than it goes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Sends to each echo in turn. The rate at which answers came, the round trips in microseconds, sorted, and how many were lost.</summary>
    public static async Task<(double Rate, List<double> Times, int Lost)> MeasureAsync(ActorSystem system, IActorRef[] echoes, double rate, TimeSpan length)
    {
        var count = (int)(rate * length.TotalSeconds);
        var times = echoes.Select(_ => new List<double>(count / echoes.Length + 1)).ToArray();
        using var left = new CountdownEvent(count);
        var collectors = times.Select(own => system.ActorOf(Props.Create(() => new Collector(own, left)))).ToArray();
        var begin = TimeProvider.System.GetTimestamp();
        var perTimestamp = rate / TimeProvider.System.TimestampFrequency;
        var lost = await Task.Factory.StartNew(
            () =>
            {
                for (var sent = 0; sent < count;)
                {
#pragma warning disable RS0030 // Time is what is measured here.
                    Thread.Sleep(Tick);
#pragma warning restore RS0030
                    var due = (TimeProvider.System.GetTimestamp() - begin) * perTimestamp;
                    for (; sent < Math.Min(due, count); sent++)
                        echoes[sent % echoes.Length].Tell(begin + (long)(sent / perTimestamp), collectors[sent % echoes.Length]);
                }

                return WaitForAll(left);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin) - (lost > 0 ? Patience : TimeSpan.Zero);
        await Task.WhenAll(collectors.Select(collector => collector.GracefulStop(TimeSpan.FromSeconds(30)))).ConfigureAwait(false);
        return ((count - lost) / took.TotalSeconds, [.. times.SelectMany(own => own).Order()], lost);
    }

    private static int WaitForAll(CountdownEvent left)
    {
        for (var before = int.MaxValue; left.CurrentCount < before;)
        {
            before = left.CurrentCount;
            if (left.Wait(Patience))
                return 0;
        }

        return left.CurrentCount;
    }

    private sealed class Collector(List<double> times, CountdownEvent left) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            times.Add(TimeProvider.System.GetElapsedTime((long)message).TotalMicroseconds);
            left.Signal();
        }
    }
}
