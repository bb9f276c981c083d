namespace Akka.Actor;

/// <summary>Sends messages later.</summary>
public interface ITellScheduler
{
    /// <summary>Sends the message once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends the message once, after a delay.</summary>
    /// <param name="delay">How long to wait; not negative.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Cancels it as long as it was not sent.</param>
    void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);

    /// <summary>Sends the message again and again, until the scheduler ends.</summary>
    /// <param name="initialDelay">How long to wait for the first time; not negative.</param>
    /// <param name="interval">How long between two; more than zero.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender);

    /// <summary>Sends the message again and again.</summary>
    /// <param name="initialDelay">How long to wait for the first time; not negative.</param>
    /// <param name="interval">How long between two; more than zero.</param>
    /// <param name="receiver">Who gets the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from.</param>
    /// <param name="cancelable">Ends the repetition.</param>
    void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable);
}
