using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// A scheduler whose time passes only when told. An actor system gets it by
/// <c>akka.scheduler.implementation</c>.
/// </summary>
internal sealed class VirtualScheduler : SchedulerBase, IDateTimeOffsetNowTimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Due, (TimeSpan At, long Order)> _queue = new();
    private TimeSpan _now;
    private long _order;

    /// <summary>Made by an actor system.</summary>
    public VirtualScheduler(Config scheduler, ILoggingAdapter log)
        : base(scheduler, log)
    {
    }

    /// <inheritdoc />
    public override TimeSpan MonotonicClock
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    /// <inheritdoc />
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc />
    protected override DateTimeOffset TimeNow => Epoch + MonotonicClock;

    /// <summary>Lets time pass up to what is due next, and does that.</summary>
    /// <returns>False if nothing is due, ever.</returns>
    public bool AdvanceToNext()
    {
        var due = TakeDue(TimeSpan.MaxValue);
        due?.Run();
        return due is not null;
    }

    /// <summary>Lets time pass; when this returns, actors were told everything that was due in between.</summary>
    public void Advance(TimeSpan span)
    {
        var until = MonotonicClock + span;
        while (TakeDue(until) is { } due)
        {
            due.Run();
        }
        lock (_lock)
        {
            _now = until;
        }
    }

    /// <inheritdoc />
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(delay, null, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Add(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Add(delay, null, action, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Add(delay, null, action.Run, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Add(initialDelay, interval, action, cancelable);

    /// <inheritdoc />
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Add(initialDelay, interval, action.Run, cancelable);

    private void Add(TimeSpan delay, TimeSpan? interval, Action action, ICancelable? cancelable)
    {
        lock (_lock)
        {
            Enqueue(new Due(_now + delay, interval, action, cancelable));
        }
    }

    private Due? TakeDue(TimeSpan until)
    {
        lock (_lock)
        {
            while (_queue.TryPeek(out var due, out _) && due.At <= until)
            {
                _queue.Dequeue();
                if (due.Cancelable is { IsCancellationRequested: true })
                {
                    continue;
                }
                _now = due.At;
                if (due.Interval is { } interval)
                {
                    Enqueue(due with { At = due.At + interval });
                }
                return due;
            }
            return null;
        }
    }

    // What is due at the same time runs in the order in which it was scheduled.
    private void Enqueue(Due due) => _queue.Enqueue(due, (due.At, _order++));

    private sealed record Due(TimeSpan At, TimeSpan? Interval, Action Run, ICancelable? Cancelable);
}
