using Akka.Configuration;
using Akka.Event;

namespace Akka.Remote;

/// <summary>Takes a resource for dead when the last sign of life is longer ago than the interval plus an acceptable pause.</summary>
public class DeadlineFailureDetector : FailureDetector
{
    private readonly Clock _clock;
    private readonly long _limit;
    private long _last;
    private volatile bool _active;

    /// <summary>Reads <c>acceptable-heartbeat-pause</c> and <c>heartbeat-interval</c>.</summary>
    public DeadlineFailureDetector(Config config, EventStream eventStream)
        : this(config.GetTimeSpan("acceptable-heartbeat-pause"), config.GetTimeSpan("heartbeat-interval"))
    {
        ArgumentNullException.ThrowIfNull(eventStream);
    }

    /// <summary>A detector without an interval of its own.</summary>
    public DeadlineFailureDetector(TimeSpan acceptableHeartbeatPause, Clock? clock = null)
        : this(acceptableHeartbeatPause, TimeSpan.Zero, clock)
    {
    }

    /// <summary>A detector that waits <paramref name="heartbeatInterval"/> + <paramref name="acceptableHeartbeatPause"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not positive.</exception>
    public DeadlineFailureDetector(TimeSpan acceptableHeartbeatPause, TimeSpan heartbeatInterval, Clock? clock = null)
    {
        var limit = acceptableHeartbeatPause + heartbeatInterval;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(acceptableHeartbeatPause));
        _limit = (long)limit.TotalMilliseconds;
        _clock = clock ?? DefaultClock;
    }

    /// <inheritdoc />
    public override bool IsAvailable => !_active || _clock() - Interlocked.Read(ref _last) <= _limit;

    /// <inheritdoc />
    public override bool IsMonitoring => _active;

    /// <inheritdoc />
    public override void HeartBeat()
    {
        Interlocked.Exchange(ref _last, _clock());
        _active = true;
    }
}
