using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Tests.Actor.Scheduler;

/// <summary>A scheduler whose time is moved by hand.</summary>
public sealed class HandScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action, TimeSpan> _work = new();
    private TimeSpan _now;

    public override TimeSpan MonotonicClock => _now;

    public override TimeSpan HighResMonotonicClock => _now;

    protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + _now;

    public void Advance(TimeSpan by)
    {
        var end = _now + by;
        while (Next(end) is { } action) action();
        _now = end;
    }

    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(delay, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable) =>
        Repeat(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Add(delay, action, cancelable);

    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Add(delay, action.Run, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Repeat(initialDelay, interval, action, cancelable);

    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Repeat(initialDelay, interval, action.Run, cancelable);

    private Action? Next(TimeSpan end)
    {
        lock (_gate)
        {
            if (!_work.TryPeek(out _, out var due) || due > end) return null;
            _now = due;
            return _work.Dequeue();
        }
    }

    private void Add(TimeSpan delay, Action action, ICancelable? cancelable)
    {
        lock (_gate)
        {
            _work.Enqueue(
                () =>
                {
                    if (cancelable is not { IsCancellationRequested: true }) action();
                },
                _now + delay);
        }
    }

    private void Repeat(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) => Add(
        delay,
        () =>
        {
            action();
            Repeat(interval, interval, action, cancelable);
        },
        cancelable);
}
