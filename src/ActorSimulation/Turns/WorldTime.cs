
namespace ActorSimulation.Turns;

/// <summary>The time of a world, for code that takes a <see cref="TimeProvider"/>.</summary>
/// <param name="schedule">The clock, and the timers.</param>
/// <param name="owner">Whose timers these are when they are made; null for the world's own.</param>
internal sealed class WorldTime(Schedule schedule, Func<ITurnOwner?> owner) : TimeProvider
{
    /// <summary>When a world begins.</summary>
    public static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long GetTimestamp() => schedule.Now.Ticks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Epoch + schedule.Now;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(schedule, owner(), () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(Schedule schedule, ITurnOwner? owner, Action run) : ITimer
    {
        private Due? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due?.Cancel();
            _due = dueTime < TimeSpan.Zero ? null : schedule.Add(dueTime, new Due(owner, run, null, period > TimeSpan.Zero ? period : null));
            return true;
        }

        public void Dispose() => _due?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
