using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;

namespace RemoteGuard;

/// <summary>Logs what was refused: the first time for each reason, then at most once a minute with the number of times.</summary>
/// <param name="log">Where it goes.</param>
/// <param name="time">The clock.</param>
internal sealed class RefusalLog(ILoggingAdapter log, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Something was refused.</summary>
    /// <param name="what">What happened, such as <c>Message dropped</c>.</param>
    /// <param name="from">The peer's address.</param>
    /// <param name="why">Why; one of few.</param>
    public void Add(string what, Address from, string why)
    {
        GuardMeter.Refuse(why);
        var kind = _kinds.GetOrAdd(why, static _ => new Kind());
        lock (kind)
        {
            kind.Count++;
            if (kind.Logged > 0 && time.GetElapsedTime(kind.LoggedAt) < Pause)
                return;
            var others = kind.Count - kind.Logged - 1;
            kind.Logged = kind.Count;
            kind.LoggedAt = time.GetTimestamp();
            log.Warning(
                others == 0 ? "{0} from [{1}]: {2}." : "{0} from [{1}]: {2}. That makes {3} more since it was last logged.", what, from, why, others + 1);
        }
    }

    /// <summary>How often something was refused for one reason.</summary>
    private sealed class Kind
    {
        public long Count { get; set; }

        public long Logged { get; set; }

        public long LoggedAt { get; set; }
    }
}
