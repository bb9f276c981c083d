using Akka.Actor;

namespace Speed;

/// <summary>
/// Sends at a steady rate, whether answers come or not, and measures each message from when it was due: a stall is seen in all
/// messages that it held up (no coordinated omission).
/// </summary>
internal static class RoundTrips
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>The rate reached, and the round trips in microseconds, sorted.</summary>
    public static async Task<(double Rate, List<double> Times)> MeasureAsync(ActorSystem system, IActorRef echo, double rate, TimeSpan length)
    {
        var count = (int)(rate * length.TotalSeconds);
        using var left = new CountdownEvent(count);
        var times = new List<double>(count);
        var collector = system.ActorOf(Props.Create(() => new Collector(times, left)));
        var begin = TimeProvider.System.GetTimestamp();
        var perTimestamp = rate / TimeProvider.System.TimestampFrequency;
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        for (var sent = 0; sent < count;)
        {
            var due = (TimeProvider.System.GetTimestamp() - begin) * perTimestamp;
            for (; sent < Math.Min(due, count); sent++)
                echo.Tell(begin + (long)(sent / perTimestamp), collector);
            if (sent < count)
                await timer.WaitForNextTickAsync().ConfigureAwait(false);
        }

        await Task.Run(left.Wait).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);
        system.Stop(collector);
        times.Sort();
        return (count / took.TotalSeconds, times);
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
