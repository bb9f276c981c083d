using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// What every scheduler shares: it checks arguments and passes on to the Internal… methods. A scheduler named by
/// <c>akka.scheduler.implementation</c> derives from this and has a constructor with a <see cref="Config"/> and an
/// <see cref="ILoggingAdapter"/>; if it is disposable, it is disposed with the actor system.
/// </summary>
public abstract class SchedulerBase : IScheduler, IAdvancedScheduler
{
    /// <summary>The actor system's configuration.</summary>
    protected readonly Config SchedulerConfig;

    /// <summary>Where the scheduler logs to.</summary>
    protected readonly ILoggingAdapter Log;

    /// <summary>Keeps configuration and log.</summary>
    /// <param name="scheduler">The configuration.</param>
    /// <param name="log">The log.</param>
    protected SchedulerBase(Config scheduler, ILoggingAdapter log)
    {
        SchedulerConfig = scheduler;
        Log = log;
    }

    /// <inheritdoc />
    DateTimeOffset ITimeProvider.Now => TimeNow;

    /// <inheritdoc />
    public abstract TimeSpan MonotonicClock { get; }

    /// <inheritdoc />
    public abstract TimeSpan HighResMonotonicClock { get; }

    /// <inheritdoc />
    IAdvancedScheduler IScheduler.Advanced => this;

    /// <summary>The scheduler's wall clock time.</summary>
    protected abstract DateTimeOffset TimeNow { get; }

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, IRunnable action) => ScheduleOnce(delay, action, null);

    /// <inheritdoc />
    public void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleOnce(delay, action, cancelable);
    }

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    /// <inheritdoc />
    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleRepeatedly(initialDelay, interval, action, cancelable);
    }

    void IActionScheduler.ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnceChecked(delay, action, null);

    void IActionScheduler.ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        ScheduleOnceChecked(delay, action, cancelable);

    void IActionScheduler.ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedlyChecked(initialDelay, interval, action, null);

    void IActionScheduler.ScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        ScheduleRepeatedlyChecked(initialDelay, interval, action, cancelable);

    void ITellScheduler.ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnceChecked(delay, receiver, message, sender, null);

    void ITellScheduler.ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleTellOnceChecked(delay, receiver, message, sender, cancelable);

    void ITellScheduler.ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedlyChecked(initialDelay, interval, receiver, message, sender, null);

    void ITellScheduler.ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        ScheduleTellRepeatedlyChecked(initialDelay, interval, receiver, message, sender, cancelable);

    /// <summary>Throws if an interval is not more than zero.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="parameterName">What the caller calls it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    protected static void ValidateInterval(TimeSpan interval, string parameterName)
    {
        if (interval <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(parameterName, $"Interval must be more than zero; it is {interval}.");
    }

    /// <summary>Throws if a delay is negative.</summary>
    /// <param name="delay">The delay.</param>
    /// <param name="parameterName">What the caller calls it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    protected static void ValidateDelay(TimeSpan delay, string parameterName)
    {
        if (delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(parameterName, $"Delay must not be negative; it is {delay}.");
    }

    /// <summary>Sends a message once; the arguments are checked.</summary>
    /// <param name="delay">How long to wait.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Cancels it, or null.</param>
    protected abstract void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Sends a message again and again; the arguments are checked.</summary>
    /// <param name="initialDelay">How long to wait for the first time.</param>
    /// <param name="interval">How long between two.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Ends the repetition, or null.</param>
    protected abstract void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Runs an action once; the arguments are checked.</summary>
    /// <param name="delay">How long to wait.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Cancels it, or null.</param>
    protected abstract void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs an action once; the arguments are checked.</summary>
    /// <param name="delay">How long to wait.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Cancels it, or null.</param>
    protected abstract void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs an action again and again; the arguments are checked.</summary>
    /// <param name="initialDelay">How long to wait for the first run.</param>
    /// <param name="interval">How long between runs.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Ends the repetition, or null.</param>
    protected abstract void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Runs an action again and again; the arguments are checked.</summary>
    /// <param name="initialDelay">How long to wait for the first run.</param>
    /// <param name="interval">How long between runs.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Ends the repetition, or null.</param>
    protected abstract void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);

    private void ScheduleOnceChecked(TimeSpan delay, Action action, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleOnce(delay, action, cancelable);
    }

    private void ScheduleRepeatedlyChecked(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleRepeatedly(initialDelay, interval, action, cancelable);
    }

    private void ScheduleTellOnceChecked(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    {
        ValidateDelay(delay, nameof(delay));
        InternalScheduleTellOnce(delay, receiver, message, sender, cancelable);
    }

    private void ScheduleTellRepeatedlyChecked(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    {
        ValidateDelay(initialDelay, nameof(initialDelay));
        ValidateInterval(interval, nameof(interval));
        InternalScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
    }
}
