namespace BotNode.Tests.Running;

/// <summary>A clock on which every wait is over at once, or none ever is.</summary>
internal sealed class TimeOfWaits(bool areOver) : TimeProvider
{
    private readonly List<TimeSpan> _asked = [];

    /// <summary>How long somebody wanted to wait.</summary>
    public IReadOnlyList<TimeSpan> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_asked)
            _asked.Add(dueTime);
        return base.CreateTimer(callback, state, areOver ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
