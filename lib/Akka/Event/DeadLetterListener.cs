using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Logs dead letters, dropped messages and unhandled ones, as many as <c>akka.log-dead-letters</c> says; then it is silent for
/// <c>akka.log-dead-letters-suspend-duration</c>, and begins again.
/// </summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly int _maxCount = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _pause = Context.System.Settings.LogDeadLettersSuspendDuration;
    private int _count;
    private int _unlogged;
    private TimeSpan _silentUntil;

    /// <inheritdoc />
    protected override void PreStart()
    {
        _eventStream.Subscribe(Self, typeof(DeadLetter));
        _eventStream.Subscribe(Self, typeof(Dropped));
        _eventStream.Subscribe(Self, typeof(UnhandledMessage));
    }

    /// <summary>A restart keeps the subscriptions.</summary>
    /// <param name="reason">Why it restarted.</param>
    protected override void PostRestart(Exception reason)
    {
    }

    /// <summary>A restart keeps the subscriptions.</summary>
    /// <param name="reason">Why it restarts.</param>
    /// <param name="message">What it was working on.</param>
    protected override void PreRestart(Exception reason, object? message)
    {
    }

    /// <inheritdoc />
    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter) return false;
        if (letter.Message is IDeadLetterSuppression) return true;
        if (_count >= _maxCount && !Resume())
        {
            _unlogged++;
            return true;
        }

        _count++;
        Log(letter);
        if (_count < _maxCount) return true;
        if (_pause < TimeSpan.Zero) Context.Stop(Self);
        else _silentUntil = Context.System.Scheduler.MonotonicClock + _pause;
        return true;
    }

    private bool Resume()
    {
        if (Context.System.Scheduler.MonotonicClock < _silentUntil) return false;
        _count = 0;
        return true;
    }

    private void Log(AllDeadLetters letter)
    {
        var from = letter.Sender is { } sender && !ReferenceEquals(sender, Context.System.DeadLetters) ? $" from {sender}" : "";
        var last = _count < _maxCount ? "" : _pause < TimeSpan.Zero ? " It is the last one shown." : $" None is shown for {_pause} now.";
        var before = _unlogged > 0 ? $" {_unlogged} were not shown before it." : "";
        _unlogged = 0;
        var what = letter switch
        {
            Dropped dropped => $"was dropped ({dropped.Reason})",
            UnhandledMessage => "was not handled",
            _ => "reached nobody",
        };
        var text = $"[{WrappedMessage.Unwrap(letter.Message).GetType().Name}]{from} for {letter.Recipient} {what}: dead letter {_count}.{before}{last} "
            + "How many are shown is set by akka.log-dead-letters and akka.log-dead-letters-during-shutdown.";
        _eventStream.Publish(new Info(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), text));
    }
}
