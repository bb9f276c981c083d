namespace RemoteGuard.Tests.Limits;

/// <summary>A clock that stands until it is set forward.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Advance(TimeSpan by) => _ticks += by.Ticks;
}
