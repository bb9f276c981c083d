using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// The scheduler of real time, <c>akka.scheduler.implementation</c>'s default. What is due runs in the order in which it
/// fell due, one after the other; what was scheduled for the same moment runs in the order in which it was scheduled.
/// </summary>
public sealed class HashedWheelTimerScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider, IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ScheduledQueue _queue;

    /// <summary>Makes a scheduler on the machine's clock.</summary>
    /// <param name="scheduler">The actor system's configuration.</param>
    /// <param name="log">Where failures of scheduled work are logged.</param>
    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
        : this(scheduler, log, TimeProvider.System)
    {
    }

    internal HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log, TimeProvider time)
        : base(scheduler, log)
    {
        _time = time;
        _start = time.GetTimestamp();
        _queue = new ScheduledQueue(time, log);
    }

    /// <inheritdoc />
    public override TimeSpan MonotonicClock => _time.GetElapsedTime(_start);

    /// <inheritdoc />
    public override TimeSpan HighResMonotonicClock => _time.GetElapsedTime(_start);

    /// <inheritdoc />
    protected override DateTimeOffset TimeNow => _time.GetUtcNow();

    /// <summary>Drops what is still scheduled. From now on, scheduling throws <see cref="SchedulerException"/>.</summary>
    public void Dispose() => _queue.Dispose();

    /// <inheritdoc />
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _queue.Add(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable) =>
        _queue.Add(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        _queue.Add(delay, null, action, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        _queue.Add(delay, null, action.Run, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        _queue.Add(initialDelay, interval, action, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        _queue.Add(initialDelay, interval, action.Run, cancelable);
}
