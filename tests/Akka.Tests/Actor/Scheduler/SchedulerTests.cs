using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Scheduler;

public class SchedulerTests : ActorSystemTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Message_is_sent_once_after_the_delay()
    {
        var probe = CreateRecorder();
        var before = Sys.Scheduler.MonotonicClock;
        Sys.Scheduler.ScheduleTellOnce(Short, probe.Ref, "tick", probe.Ref);
        Assert.Equal("tick", await probe.NextAsync<string>());
        Assert.Equal(probe.Ref, probe.LastSender);
        Assert.True(Sys.Scheduler.MonotonicClock > before);
    }

    [Fact]
    public async Task Message_is_sent_again_and_again()
    {
        var probe = CreateRecorder();
        using var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, Short, probe.Ref, "tick", ActorRefs.NoSender, cancelable);
        for (var i = 0; i < 4; i++) await probe.NextAsync<string>();
        cancelable.Cancel();
    }

    [Fact]
    public async Task Repetition_ends_when_cancelled()
    {
        var probe = CreateRecorder();
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(Short, Short, probe.Ref, "tick", ActorRefs.NoSender);
        await probe.NextAsync<string>();
        cancelable.Cancel();

        // What is scheduled after the cancellation, for later than the next tick, comes next but for ticks under way.
        Sys.Scheduler.ScheduleTellOnce(Short * 5, probe.Ref, "end", ActorRefs.NoSender);
        await probe.NextWhereAsync<string>(message => message == "end");
        Sys.Scheduler.ScheduleTellOnce(Short * 5, probe.Ref, "again", ActorRefs.NoSender);
        Assert.Equal("again", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Cancelled_message_is_not_sent()
    {
        var probe = CreateRecorder();
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(1000, probe.Ref, "never", ActorRefs.NoSender);
        cancelable.Cancel();
        Sys.Scheduler.ScheduleTellOnce(1200, probe.Ref, "end", ActorRefs.NoSender);
        Assert.Equal("end", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Work_with_a_cancelled_cancelable_never_runs()
    {
        var probe = CreateRecorder();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.Zero, probe.Ref, "never", ActorRefs.NoSender, Cancelable.CreateCanceled());
        Sys.Scheduler.ScheduleTellOnce(Short * 5, probe.Ref, "end", ActorRefs.NoSender);
        Assert.Equal("end", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Earlier_work_runs_earlier()
    {
        var probe = CreateRecorder();
        Sys.Scheduler.ScheduleTellOnce(3000, probe.Ref, "second", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(20, probe.Ref, "first", ActorRefs.NoSender);
        Assert.Equal("first", await probe.NextAsync<string>());
        Assert.Equal("second", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Action_runs_once()
    {
        var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sys.Scheduler.Advanced.ScheduleOnce(Short, ran.SetResult);
        await ran.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Failing_action_leaves_the_scheduler_alive()
    {
        var probe = CreateRecorder();
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => throw new InvalidOperationException("on purpose"));
        Sys.Scheduler.ScheduleTellOnce(Short * 5, probe.Ref, "alive", ActorRefs.NoSender);
        Assert.Equal("alive", await probe.NextAsync<string>());
    }

    [Fact]
    public void Negative_delay_is_refused()
    {
        var negative = TimeSpan.FromMilliseconds(-1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sys.Scheduler.Advanced.ScheduleOnce(negative, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sys.Scheduler.ScheduleTellOnce(negative, ActorRefs.Nobody, "x", ActorRefs.NoSender));
    }

    [Fact]
    public void Interval_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sys.Scheduler.Advanced.ScheduleRepeatedly(TimeSpan.Zero, TimeSpan.Zero, () => { }));

    [Fact]
    public void Clock_is_the_machines()
    {
        var before = TimeProvider.System.GetUtcNow();
        Assert.InRange(Sys.Scheduler.Now, before - TimeSpan.FromSeconds(1), before + Long);
    }

    [Fact]
    public async Task Scheduler_of_a_terminated_system_takes_nothing()
    {
        var scheduler = Sys.Scheduler;
        await Sys.Terminate();
        Assert.Throws<SchedulerException>(() => scheduler.Advanced.ScheduleOnce(Long, () => { }));
    }
}
