namespace Akka.Actor;

/// <summary>
/// An actor's timers. Each has a key; starting one with a key in use replaces that one. No message of a timer that was cancelled
/// or replaced arrives, not even one that was in the mailbox already. All end with the actor's instance.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>The keys of the timers that are running.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Sends the actor a message again and again.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Sends the actor a message again and again, in the name of a sender.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender);

    /// <summary>Sends the actor a message again and again, the first time after a delay.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    /// <summary>Sends the actor a message again and again, the first time after a delay, in the name of a sender.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender);

    /// <summary>Sends the actor a message once.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>Sends the actor a message once, in the name of a sender.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender);

    /// <summary>Whether a timer with that key is running.</summary>
    bool IsTimerActive(object key);

    /// <summary>Ends a timer, if it is running.</summary>
    void Cancel(object key);

    /// <summary>Ends all timers.</summary>
    void CancelAll();
}

/// <summary>An actor with timers.</summary>
public interface IWithTimers
{
    /// <summary>Set by the library before PreStart.</summary>
    ITimerScheduler Timers { get; set; }
}
