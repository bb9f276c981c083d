namespace Akka.Actor.Internal;

/// <summary>A child and how often it was restarted.</summary>
internal sealed class ChildRestartStats(IInternalActorRef child)
{
    private int _retries;
    private TimeSpan? _windowStart;

    public IInternalActorRef Child => child;

    public long Uid => child.Path.Uid;

    /// <summary>Counts a restart, and says whether it is still within the limits.</summary>
    /// <param name="maxNrOfRetries">How many are allowed in the window; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The window; zero or less: for ever.</param>
    /// <param name="now">A monotonic clock's time.</param>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds, TimeSpan now)
    {
        if (maxNrOfRetries == 0)
            return false;
        var limited = maxNrOfRetries > 0;
        if (withinTimeMilliseconds > 0)
            return FitsWindow(limited ? maxNrOfRetries : 1, TimeSpan.FromMilliseconds(withinTimeMilliseconds), now);
        return !limited || ++_retries <= maxNrOfRetries;
    }

    // The window opens with the first failure; the failure that comes after its end opens a new one.
    private bool FitsWindow(int retries, TimeSpan window, TimeSpan now)
    {
        _windowStart ??= now;
        if (now - _windowStart.Value <= window)
            return ++_retries <= retries;
        _retries = 1;
        _windowStart = now;
        return true;
    }
}
