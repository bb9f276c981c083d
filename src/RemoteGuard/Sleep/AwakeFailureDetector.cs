using Akka.Configuration;
using Akka.Event;
using Akka.Remote;

namespace RemoteGuard.Sleep;

/// <summary>
/// Akka.Remote's failure detector, by the time in which this process ran: a process that was stopped does not take its own sleep for the
/// death of others. For <c>akka.remote.watch-failure-detector.implementation-class</c>, with the settings of
/// <see cref="PhiAccrualFailureDetector"/>.
/// </summary>
public sealed class AwakeFailureDetector : FailureDetector
{
    private readonly PhiAccrualFailureDetector _detector;

    /// <summary>Called by Akka.Remote.</summary>
    /// <param name="config">The section with the settings.</param>
    /// <param name="events">Not used.</param>
#pragma warning disable RS0030 // Akka.Remote creates this, and has no clock to give.
    public AwakeFailureDetector(Config config, EventStream events)
        : this(config, TimeProvider.System)
    {
    }
#pragma warning restore RS0030

    internal AwakeFailureDetector(Config config, TimeProvider time)
    {
        // It is read as often as this.
        var awake = new AwakeTime(time, 2 * config.GetTimeSpan("unreachable-nodes-reaper-interval"));
        var began = awake.GetTimestamp();
        _detector = new PhiAccrualFailureDetector(
            config.GetDouble("threshold"),
            config.GetInt("max-sample-size"),
            config.GetTimeSpan("min-std-deviation"),
            config.GetTimeSpan("acceptable-heartbeat-pause"),
            config.GetTimeSpan("expected-response-after"),
            () => (long)awake.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <inheritdoc />
    public override bool IsAvailable => _detector.IsAvailable;

    /// <inheritdoc />
    public override bool IsMonitoring => _detector.IsMonitoring;

    /// <inheritdoc />
    public override void HeartBeat() => _detector.HeartBeat();
}
