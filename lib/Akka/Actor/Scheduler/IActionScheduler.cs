namespace Akka.Actor;

/// <summary>Runs delegates later. They run on the scheduler's threads, so they must not touch an actor's state.</summary>
public interface IActionScheduler : IRunnableScheduler
{
    /// <summary>Runs the action once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Cancels it as long as it did not run.</param>
    void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable);

    /// <summary>Runs the action once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    void ScheduleOnce(TimeSpan delay, Action action);

    /// <summary>Runs the action again and again.</summary>
    /// <param name="initialDelay">How long to wait for the first run; not negative.</param>
    /// <param name="interval">How long between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Ends the repetition.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable);

    /// <summary>Runs the action again and again, until the scheduler ends.</summary>
    /// <param name="initialDelay">How long to wait for the first run; not negative.</param>
    /// <param name="interval">How long between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action);
}
