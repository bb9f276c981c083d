using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>What a timer sends to its actor: it counts only while the timer of that generation is running.</summary>
internal class TimerMessage(TimerScheduler owner, object key, int generation) : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public TimerScheduler Owner => owner;

    public object Key => key;

    public int Generation => generation;
}

/// <summary>What a timer sends whose message leaves a receive timeout as it is.</summary>
internal sealed class QuietTimerMessage(TimerScheduler owner, object key, int generation)
    : TimerMessage(owner, key, generation), INotInfluenceReceiveTimeout;

/// <summary>The timers of one actor instance.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, Timer> _timers = [];
    private int _generation;

    private sealed record Timer(object Message, int Generation, bool Repeats, Cancelable Task);

    public IReadOnlyCollection<object> ActiveTimers => _timers.Keys;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, interval, interval, sender);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) =>
        Start(key, msg, initialDelay, interval, sender);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null, null);

    public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) =>
        Start(key, msg, timeout, null, sender);

    public bool IsTimerActive(object key) => _timers.ContainsKey(key);

    public void Cancel(object key)
    {
        if (!_timers.Remove(key, out var timer))
            return;
        Trace("ended timer", key, timer.Generation);
        End(timer);
    }

    public void CancelAll()
    {
        foreach (var timer in _timers.Values)
            End(timer);
        _timers.Clear();
    }

    /// <summary>The message to process, or null if its timer isn't running any more.</summary>
    public object? Accept(TimerMessage message)
    {
        if (!ReferenceEquals(message.Owner, this)
            || !_timers.TryGetValue(message.Key, out var timer)
            || timer.Generation != message.Generation)
            return null;
        if (!timer.Repeats)
        {
            _timers.Remove(message.Key);
            timer.Task.Dispose();
        }
        return timer.Message;
    }

    private void Start(object key, object message, TimeSpan delay, TimeSpan? interval, IActorRef? sender)
    {
        Cancel(key);
        var generation = ++_generation;
        var task = new Cancelable(cell.System.Scheduler.Advanced);
        var timerMessage = message is INotInfluenceReceiveTimeout
            ? new QuietTimerMessage(this, key, generation)
            : new TimerMessage(this, key, generation);
        if (interval is { } every)
            cell.System.Scheduler.ScheduleTellRepeatedly(delay, every, cell.Self, timerMessage, sender!, task);
        else
            cell.System.Scheduler.ScheduleTellOnce(delay, cell.Self, timerMessage, sender!, task);
        Trace("began timer", key, generation);
        _timers[key] = new Timer(message, generation, interval is not null, task);
    }

    private void Trace(string what, object key, int generation)
    {
        if (cell.System.Settings.DebugTimerScheduler)
            cell.System.Log.Debug("{3}: {0} {1}, number {2}", what, key, generation, cell.Self);
    }

    private static void End(Timer timer)
    {
        timer.Task.Cancel();
        timer.Task.Dispose();
    }
}
