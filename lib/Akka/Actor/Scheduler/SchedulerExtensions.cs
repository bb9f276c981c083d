namespace Akka.Actor;

/// <summary>Schedules in milliseconds, and with a fresh <see cref="ICancelable"/> as result.</summary>
public static class SchedulerExtensions
{
    /// <summary>Sends a message once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">How many milliseconds to wait; not negative.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Cancels it, or null.</param>
    public static void ScheduleTellOnce(
        this ITellScheduler scheduler, int millisecondsDelay, ICanTell receiver, object message, IActorRef? sender,
        ICancelable? cancelable = null) =>
        scheduler.ScheduleTellOnce(Ms(millisecondsDelay), receiver, message, sender, cancelable);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">How many milliseconds to wait for the first time; not negative.</param>
    /// <param name="millisecondsInterval">How many milliseconds between two; more than zero.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Ends the repetition, or null.</param>
    public static void ScheduleTellRepeatedly(
        this ITellScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, ICanTell receiver,
        object message, IActorRef? sender, ICancelable? cancelable = null) =>
        scheduler.ScheduleTellRepeatedly(
            Ms(initialMillisecondsDelay), Ms(millisecondsInterval), receiver, message, sender, cancelable);

    /// <summary>Runs an action once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">How many milliseconds to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Cancels it, or null.</param>
    public static void ScheduleOnce(
        this IActionScheduler scheduler, int millisecondsDelay, Action action, ICancelable? cancelable = null) =>
        scheduler.ScheduleOnce(Ms(millisecondsDelay), action, cancelable);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">How many milliseconds to wait for the first run; not negative.</param>
    /// <param name="millisecondsInterval">How many milliseconds between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    /// <param name="cancelable">Ends the repetition, or null.</param>
    public static void ScheduleRepeatedly(
        this IActionScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, Action action,
        ICancelable? cancelable = null) =>
        scheduler.ScheduleRepeatedly(Ms(initialMillisecondsDelay), Ms(millisecondsInterval), action, cancelable);

    /// <summary>Sends a message once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <returns>What cancels it.</returns>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, TimeSpan delay, ICanTell receiver, object message, IActorRef? sender)
    {
        var cancelable = new Cancelable(scheduler.Advanced);
        scheduler.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <summary>Sends a message once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">How many milliseconds to wait; not negative.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <returns>What cancels it.</returns>
    public static ICancelable ScheduleTellOnceCancelable(
        this IScheduler scheduler, int millisecondsDelay, ICanTell receiver, object message, IActorRef? sender) =>
        scheduler.ScheduleTellOnceCancelable(Ms(millisecondsDelay), receiver, message, sender);

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialDelay">How long to wait for the first time; not negative.</param>
    /// <param name="interval">How long between two; more than zero.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <returns>What ends the repetition.</returns>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender)
    {
        var cancelable = new Cancelable(scheduler.Advanced);
        scheduler.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        return cancelable;
    }

    /// <summary>Sends a message again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">How many milliseconds to wait for the first time; not negative.</param>
    /// <param name="millisecondsInterval">How many milliseconds between two; more than zero.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <returns>What ends the repetition.</returns>
    public static ICancelable ScheduleTellRepeatedlyCancelable(
        this IScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, ICanTell receiver, object message,
        IActorRef? sender) =>
        scheduler.ScheduleTellRepeatedlyCancelable(
            Ms(initialMillisecondsDelay), Ms(millisecondsInterval), receiver, message, sender);

    /// <summary>Runs an action once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    /// <returns>What cancels it.</returns>
    public static ICancelable ScheduleOnceCancelable(this IActionScheduler scheduler, TimeSpan delay, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleOnce(delay, action, cancelable);
        return cancelable;
    }

    /// <summary>Runs an action once.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="millisecondsDelay">How many milliseconds to wait; not negative.</param>
    /// <param name="action">What to run.</param>
    /// <returns>What cancels it.</returns>
    public static ICancelable ScheduleOnceCancelable(this IActionScheduler scheduler, int millisecondsDelay, Action action) =>
        scheduler.ScheduleOnceCancelable(Ms(millisecondsDelay), action);

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialDelay">How long to wait for the first run; not negative.</param>
    /// <param name="interval">How long between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    /// <returns>What ends the repetition.</returns>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, TimeSpan initialDelay, TimeSpan interval, Action action)
    {
        var cancelable = new Cancelable(scheduler);
        scheduler.ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        return cancelable;
    }

    /// <summary>Runs an action again and again.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="initialMillisecondsDelay">How many milliseconds to wait for the first run; not negative.</param>
    /// <param name="millisecondsInterval">How many milliseconds between runs; more than zero.</param>
    /// <param name="action">What to run.</param>
    /// <returns>What ends the repetition.</returns>
    public static ICancelable ScheduleRepeatedlyCancelable(
        this IActionScheduler scheduler, int initialMillisecondsDelay, int millisecondsInterval, Action action) =>
        scheduler.ScheduleRepeatedlyCancelable(Ms(initialMillisecondsDelay), Ms(millisecondsInterval), action);

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
