using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Internals.Actor;

public class ScheduledQueueTests
{
    private readonly HandTime _time = new();
    private readonly List<string> _ran = [];

    private ScheduledQueue CreateQueue() => new(_time, NoLogger.Instance);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void Work_of_the_same_moment_runs_in_the_order_in_which_it_came()
    {
        using var queue = CreateQueue();
        foreach (var name in new[] { "a", "b", "c" }) queue.Add(Seconds(1), null, () => _ran.Add(name), null);
        _time.Advance(Seconds(1));
        Assert.Equal(["a", "b", "c"], _ran);
    }

    [Fact]
    public void Work_runs_in_the_order_in_which_it_falls_due()
    {
        using var queue = CreateQueue();
        foreach (var seconds in new[] { 3, 1, 2 }) queue.Add(Seconds(seconds), null, () => _ran.Add($"{seconds}"), null);
        _time.Advance(Seconds(5));
        Assert.Equal(["1", "2", "3"], _ran);
    }

    [Fact]
    public void Nothing_runs_before_its_time()
    {
        using var queue = CreateQueue();
        queue.Add(Seconds(2), null, () => _ran.Add("early"), null);
        _time.Advance(Seconds(1));
        Assert.Empty(_ran);
    }

    [Fact]
    public void Repetition_keeps_its_rate()
    {
        using var queue = CreateQueue();
        queue.Add(Seconds(1), Seconds(10), () => _ran.Add("x"), null);
        _time.Advance(Seconds(1));
        Assert.Single(_ran);
        _time.Advance(Seconds(9));
        Assert.Single(_ran);
        _time.Advance(Seconds(1));
        Assert.Equal(2, _ran.Count);
    }

    [Fact]
    public void Repetition_that_fell_behind_does_not_catch_up()
    {
        using var queue = CreateQueue();
        queue.Add(Seconds(1), Seconds(1), () => _ran.Add("x"), null);
        _time.Advance(Seconds(100));
        Assert.Single(_ran);
        _time.Advance(Seconds(1));
        Assert.Equal(2, _ran.Count);
    }

    [Fact]
    public void Failing_work_is_not_repeated_and_leaves_the_rest_alone()
    {
        using var queue = CreateQueue();
        queue.Add(
            Seconds(1),
            Seconds(1),
            () =>
            {
                _ran.Add("fails");
                throw new InvalidOperationException("on purpose");
            },
            null);
        queue.Add(Seconds(1), null, () => _ran.Add("next"), null);
        _time.Advance(Seconds(1));
        _time.Advance(Seconds(5));
        Assert.Equal(["fails", "next"], _ran);
    }

    [Fact]
    public void Cancelled_work_does_not_run()
    {
        using var scheduler = new HashedWheelTimerScheduler(Config.Empty, NoLogger.Instance, _time);
        using var cancelable = new Cancelable((IScheduler)scheduler);
        ((IAdvancedScheduler)scheduler).ScheduleOnce(Seconds(1), () => _ran.Add("never"), cancelable);
        cancelable.Cancel();
        _time.Advance(Seconds(2));
        Assert.Empty(_ran);
    }

    [Fact]
    public void Work_may_schedule_more_work()
    {
        using var queue = CreateQueue();
        queue.Add(Seconds(1), null, () => queue.Add(Seconds(1), null, () => _ran.Add("second"), null), null);
        _time.Advance(Seconds(1));
        Assert.Empty(_ran);
        _time.Advance(Seconds(1));
        Assert.Equal(["second"], _ran);
    }

    [Fact]
    public void Disposed_queue_runs_nothing_and_takes_nothing()
    {
        var queue = CreateQueue();
        queue.Add(Seconds(1), null, () => _ran.Add("never"), null);
        queue.Dispose();
        _time.Advance(Seconds(2));
        Assert.Empty(_ran);
        Assert.Throws<SchedulerException>(() => queue.Add(Seconds(1), null, () => { }, null));
        Assert.Equal(0, _time.RunningTimers);
    }
}
