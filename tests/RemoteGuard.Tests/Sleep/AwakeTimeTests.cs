using RemoteGuard.Sleep;
using RemoteGuard.Tests.Limits;

namespace RemoteGuard.Tests.Sleep;

public sealed class AwakeTimeTests
{
    private readonly TestClock _clock = new();
    private readonly AwakeTime _time;

    public AwakeTimeTests() => _time = new AwakeTime(_clock, TimeSpan.FromSeconds(2));

    [Fact]
    public void Time_that_is_read_regularly_goes_by()
    {
        var began = _time.GetTimestamp();
        for (var second = 0; second < 5; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _time.GetTimestamp();
        }

        Assert.Equal(TimeSpan.FromSeconds(5), _time.GetElapsedTime(began));
    }

    [Fact]
    public void Time_in_which_nobody_could_read_it_does_not_count()
    {
        var began = _time.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _time.GetTimestamp();
        _clock.Advance(TimeSpan.FromHours(1));
        _time.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(3), _time.GetElapsedTime(began));
    }
}
