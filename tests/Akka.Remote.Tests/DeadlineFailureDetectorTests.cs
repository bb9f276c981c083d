namespace Akka.Remote.Tests;

public class DeadlineFailureDetectorTests
{
    private long _now = 1_000;

    [Fact]
    public void It_is_available_before_the_first_heartbeat()
    {
        var detector = Create();
        _now += 60_000;

        Assert.True(detector.IsAvailable);
        Assert.False(detector.IsMonitoring);
    }

    [Fact]
    public void It_waits_for_the_interval_and_the_pause_and_no_longer()
    {
        var detector = Create();
        detector.HeartBeat();

        _now += 3_999;
        Assert.True(detector.IsAvailable);
        _now += 2;
        Assert.False(detector.IsAvailable);
    }

    [Fact]
    public void A_heartbeat_begins_the_time_anew()
    {
        var detector = Create();
        detector.HeartBeat();
        _now += 3_000;
        detector.HeartBeat();
        _now += 3_000;

        Assert.True(detector.IsAvailable);
    }

    [Fact]
    public void A_registry_makes_a_detector_at_the_first_heartbeat()
    {
        var made = 0;
        var registry = new DefaultFailureDetectorRegistry<string>(() =>
        {
            made++;
            return Create();
        });

        Assert.True(registry.IsAvailable("a"));
        Assert.False(registry.IsMonitoring("a"));
        registry.Heartbeat("a");
        registry.Heartbeat("a");
        Assert.True(registry.IsMonitoring("a"));
        Assert.Equal(1, made);
        registry.Remove("a");
        Assert.False(registry.IsMonitoring("a"));
    }

    private DeadlineFailureDetector Create() => new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), () => _now);
}
