namespace Akka.Actor;

/// <summary>
/// Runs an action after a while, unless disposed before. Real time does not depend on a scheduler that may be shut down
/// in between; a scheduler with a time of its own decides itself.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly IDisposable? _timer;
    private readonly ICancelable? _scheduled;

    private Deadline(IDisposable? timer, ICancelable? scheduled)
    {
        _timer = timer;
        _scheduled = scheduled;
    }

    /// <summary>Starts to wait; a time that is not positive, or infinite, never passes.</summary>
    public static Deadline After(TimeSpan time, IScheduler scheduler, Action passed)
    {
        if (time <= TimeSpan.Zero || time == TimeSpan.MaxValue) return new Deadline(null, null);
        return scheduler is IDateTimeOffsetNowTimeProvider
            ? new Deadline(
                TimeProvider.System.CreateTimer(static action => ((Action)action!)(), passed, time, Timeout.InfiniteTimeSpan), null)
            : new Deadline(null, scheduler.Advanced.ScheduleOnceCancelable(time, passed));
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _scheduled?.Cancel();
    }
}
