using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// A scheduler whose time stands still until the test advances it. What is due then runs on the test's thread, ordered
/// by due time, work of the same time in the order it was scheduled. Repeated work runs once an advance, and is
/// due again an interval after the time advanced to.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Work, (long Due, long Number)> _scheduled = new();
    private DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private long _numbers;

    /// <summary>Creates the scheduler; the actor system does, where <c>akka.scheduler.implementation</c> names this type.</summary>
    /// <param name="schedulerConfig">The system's configuration; not used.</param>
    /// <param name="log">The scheduler's log; not used.</param>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Style", "IDE0060", Justification = "The actor system calls this constructor.")]
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    /// <summary>The virtual time. It starts at the time of creation.</summary>
    public DateTimeOffset Now => TimeNow;

    /// <summary>The real time since the process started; it does not follow the virtual time.</summary>
    public TimeSpan MonotonicClock => TestKitBase.Now;

    /// <summary>The real time since the process started; it does not follow the virtual time.</summary>
    public TimeSpan HighResMonotonicClock => TestKitBase.Now;

    /// <summary>Schedules actions; it is this scheduler.</summary>
    public IAdvancedScheduler Advanced => this;

    /// <summary>The virtual time.</summary>
    protected DateTimeOffset TimeNow
    {
        get
        {
            lock (_gate) return _now;
        }
    }

    /// <summary>Lets time pass and runs what is due by then.</summary>
    /// <param name="offset">How much time.</param>
    public void Advance(TimeSpan offset)
    {
        var due = new List<Work>();
        lock (_gate)
        {
            _now += offset;
            while (_scheduled.TryPeek(out _, out var key) && key.Due <= _now.UtcTicks) due.Add(_scheduled.Dequeue());
        }

        foreach (var work in due.Where(work => !work.IsCanceled)) work.Run();
        foreach (var work in due.Where(work => !work.IsCanceled))
        {
            if (work.Interval is { } interval) Schedule(work, interval);
        }
    }

    /// <summary>Lets time pass up to a moment and runs what is due by then.</summary>
    /// <param name="when">The moment.</param>
    /// <exception cref="InvalidOperationException">The moment has passed.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        var now = TimeNow;
        if (when < now) throw new InvalidOperationException($"Time can't go back: it is {now:O}, after {when:O}.");
        Advance(when - now);
    }

    /// <summary>Schedules a message.</summary>
    /// <param name="delay">When it is sent, from now.</param>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    /// <summary>Schedules a message that can be canceled.</summary>
    /// <param name="delay">When it is sent, from now.</param>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    /// <param name="cancelable">Cancels it; null if nothing does.</param>
    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(new Work(() => receiver.Tell(message, sender), null, cancelable), delay);

    /// <summary>Schedules a repeated message.</summary>
    /// <param name="initialDelay">When it is sent first, from now.</param>
    /// <param name="interval">How much later it is sent again.</param>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    /// <summary>Schedules a repeated message that can be canceled.</summary>
    /// <param name="initialDelay">When it is sent first, from now.</param>
    /// <param name="interval">How much later it is sent again.</param>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    /// <param name="cancelable">Ends it; null if nothing does.</param>
    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Schedule(new Work(() => receiver.Tell(message, sender), interval, cancelable), initialDelay);

    /// <summary>Schedules an action.</summary>
    /// <param name="delay">When it runs, from now.</param>
    /// <param name="action">The action.</param>
    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    /// <summary>Schedules an action that can be canceled.</summary>
    /// <param name="delay">When it runs, from now.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; null if nothing does.</param>
    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Schedule(new Work(action, null, cancelable), delay);

    /// <summary>Schedules an action.</summary>
    /// <param name="delay">When it runs, from now.</param>
    /// <param name="action">The action.</param>
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action, null);

    /// <summary>Schedules an action that can be canceled.</summary>
    /// <param name="delay">When it runs, from now.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Cancels it; null if nothing does.</param>
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable) =>
        Schedule(new Work(action.Run, null, cancelable), delay);

    /// <summary>Schedules a repeated action.</summary>
    /// <param name="initialDelay">When it runs first, from now.</param>
    /// <param name="interval">How much later it runs again.</param>
    /// <param name="action">The action.</param>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    /// <summary>Schedules a repeated action that can be canceled.</summary>
    /// <param name="initialDelay">When it runs first, from now.</param>
    /// <param name="interval">How much later it runs again.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Ends it; null if nothing does.</param>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Schedule(new Work(action, interval, cancelable), initialDelay);

    /// <summary>Schedules a repeated action.</summary>
    /// <param name="initialDelay">When it runs first, from now.</param>
    /// <param name="interval">How much later it runs again.</param>
    /// <param name="action">The action.</param>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    /// <summary>Schedules a repeated action that can be canceled.</summary>
    /// <param name="initialDelay">When it runs first, from now.</param>
    /// <param name="interval">How much later it runs again.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancelable">Ends it; null if nothing does.</param>
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable) =>
        Schedule(new Work(action.Run, interval, cancelable), initialDelay);

    private void Schedule(Work work, TimeSpan delay)
    {
        lock (_gate) _scheduled.Enqueue(work, ((_now + delay).UtcTicks, _numbers++));
    }

    private sealed record Work(Action Run, TimeSpan? Interval, ICancelable? Cancelable)
    {
        public bool IsCanceled => Cancelable is { IsCancellationRequested: true };
    }
}
