using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Runs <see cref="IRunnable"/>s later. They run on the scheduler's threads: what blocks there delays everything else.</summary>
public interface IRunnableScheduler
{
    /// <summary>Runs the action once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Cancels it as long as it did not run.</param>
    void ScheduleOnce(TimeSpan delay, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs the action once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    void ScheduleOnce(TimeSpan delay, IRunnable action);

    /// <summary>Runs the action again and again.</summary>
    /// <param name="initialDelay">How long to wait for the first run; not negative.</param>
    /// <param name="interval">How long between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Ends the repetition.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable? cancelable);

    /// <summary>Runs the action again and again, until the scheduler ends.</summary>
    /// <param name="initialDelay">How long to wait for the first run; not negative.</param>
    /// <param name="interval">How long between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action);
}
