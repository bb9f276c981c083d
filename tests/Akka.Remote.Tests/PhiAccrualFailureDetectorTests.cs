namespace Akka.Remote.Tests;

public class PhiAccrualFailureDetectorTests
{
    private long _now = 1_000_000;

    [Fact]
    public void Before_the_first_heartbeat_a_node_is_available_and_not_monitored()
    {
        var detector = Create();

        Assert.True(detector.IsAvailable);
        Assert.False(detector.IsMonitoring);
    }

    [Fact]
    public void Regular_heartbeats_keep_it_available()
    {
        var detector = Create();
        Beat(detector, 20);

        Assert.True(detector.IsAvailable);
        Assert.True(detector.IsMonitoring);
    }

    [Fact]
    public void Silence_far_beyond_the_usual_interval_makes_it_unavailable()
    {
        var detector = Create();
        Beat(detector, 20);

        _now += 10_000;

        Assert.False(detector.IsAvailable);
    }

    [Fact]
    public void The_acceptable_pause_is_granted()
    {
        var detector = Create(pause: TimeSpan.FromSeconds(10));
        Beat(detector, 20);

        _now += 10_000;
        Assert.True(detector.IsAvailable);
        _now += 5_000;
        Assert.False(detector.IsAvailable);
    }

    [Fact]
    public void A_heartbeat_after_the_silence_makes_it_available_again()
    {
        var detector = Create();
        Beat(detector, 20);
        _now += 10_000;
        Assert.False(detector.IsAvailable);

        detector.HeartBeat();

        Assert.True(detector.IsAvailable);
    }

    private PhiAccrualFailureDetector Create(TimeSpan pause = default) =>
        new(8, 100, TimeSpan.FromMilliseconds(100), pause, TimeSpan.FromSeconds(1), () => _now);

    private void Beat(PhiAccrualFailureDetector detector, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _now += 1000;
            detector.HeartBeat();
        }
    }
}
