using Akka.Configuration;
using RemoteGuard.Sleep;
using RemoteGuard.Tests.Limits;

namespace RemoteGuard.Tests.Sleep;

public sealed class AwakeFailureDetectorTests
{
    private readonly TestClock _clock = new();
    private readonly AwakeFailureDetector _detector;

    public AwakeFailureDetectorTests()
    {
        // Those of Akka.Remote, but for the pause, which is that of hocon/seed.conf.
        var settings = ConfigurationFactory.ParseString("""
            threshold = 10, max-sample-size = 200, min-std-deviation = 100 ms, acceptable-heartbeat-pause = 3 s, expected-response-after = 1 s, unreachable-nodes-reaper-interval = 1 s
            """);
        _detector = new AwakeFailureDetector(settings, _clock);
        _detector.HeartBeat();
    }

    [Fact]
    public void Who_gives_signs_of_life_is_available()
    {
        for (var second = 0; second < 20; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _detector.HeartBeat();
            Assert.True(_detector.IsAvailable);
        }

        Assert.True(_detector.IsMonitoring);
    }

    [Fact]
    public void Who_gives_no_sign_of_life_for_long_is_not_available() => Assert.False(IsAvailableAfterSeconds(8));

    [Fact]
    public void Who_was_silent_while_this_process_was_stopped_is_available()
    {
        Assert.True(IsAvailableAfterSeconds(1));
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True(IsAvailableAfterSeconds(1));
        Assert.False(IsAvailableAfterSeconds(8));
    }

    // Akka.Remote asks every second.
    private bool IsAvailableAfterSeconds(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _ = _detector.IsAvailable;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return _detector.IsAvailable;
    }
}
