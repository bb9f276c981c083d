using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>The timers of an actor system, in the time of its world. Made by an actor system, whose settings name this type.</summary>
internal sealed class SimulatedScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log), IDateTimeOffsetNowTimeProvider
{
    /// <summary>The system.</summary>
    public SimulatedSystem System { get; } = SimulatedSystem.OfThisThread();

    /// <inheritdoc />
    public override TimeSpan MonotonicClock => System.Schedule.Now;

    /// <inheritdoc />
    public override TimeSpan HighResMonotonicClock => System.Schedule.Now;

    /// <inheritdoc />
    protected override DateTimeOffset TimeNow => WorldTime.Epoch + System.Schedule.Now;

    /// <inheritdoc />
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(delay, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(initialDelay, () => receiver.Tell(message, sender), cancelable, interval);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) => Add(delay, action, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) => Add(delay, action.Run, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(initialDelay, action, cancelable, interval);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Add(initialDelay, action.Run, cancelable, interval);

    private void Add(TimeSpan delay, Action action, ICancelable? cancelable, TimeSpan? interval = null) =>
        System.Schedule.Add(delay, new Due(System, action, cancelable, interval));
}
