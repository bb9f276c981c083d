namespace Akka.Actor;

public partial class ActorCell
{
    private TimeSpan? _receiveTimeout;
    private ICancelable? _receiveTimeoutTask;

    /// <inheritdoc />
    public TimeSpan? ReceiveTimeout => _receiveTimeout;

    private bool HasReceiveTimeout => _receiveTimeout is not null || _receiveTimeoutTask is not null;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The timeout is less than zero.</exception>
    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        if (timeout is { } given && given < TimeSpan.Zero)
            throw new ArgumentException($"A receive timeout can't be less than zero; it is {given}", nameof(timeout));
        _receiveTimeout = timeout;
    }

    /// <summary>Begins to wait for the next message, if a receive timeout is set.</summary>
    /// <param name="reschedule">Whether waiting starts anew if it had started.</param>
    public void CheckReceiveTimeout(bool reschedule = true)
    {
        if (_receiveTimeout is not { } timeout)
        {
            CancelReceiveTimeoutTask();
            return;
        }
        // While an asynchronous handler runs, its message is still being processed.
        if (_taskScheduler is { Pending: > 0 } || (!reschedule && _receiveTimeoutTask is not null))
            return;
        CancelReceiveTimeoutTask();
        _receiveTimeoutTask = new Cancelable(System.Scheduler.Advanced);
        System.Scheduler.ScheduleTellOnce(timeout, Self, Akka.Actor.ReceiveTimeout.Instance, Self, _receiveTimeoutTask);
    }

    private void CancelReceiveTimeout()
    {
        _receiveTimeout = null;
        CancelReceiveTimeoutTask();
    }

    private void CancelReceiveTimeoutTask()
    {
        if (_receiveTimeoutTask is not { } task)
            return;
        _receiveTimeoutTask = null;
        task.Cancel();
    }
}
