using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Chatroom.Actors.Tests;

public sealed class VirtualSchedulerTests() : TestKit(ConfigurationFactory.ParseString(
    $"""
    akka.scheduler.implementation = "{typeof(VirtualScheduler).AssemblyQualifiedName}"
    akka.test.single-expect-default = 20s
    """))
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private VirtualScheduler Time => (VirtualScheduler)Sys.Scheduler;

    [Fact]
    public void Time_stands_still()
    {
        Assert.Equal(Sys.Scheduler.Now, Sys.Scheduler.Now);
    }

    [Fact]
    public void Time_goes_by_as_told()
    {
        var before = Sys.Scheduler.Now;

        Time.Advance(Second);

        Assert.Equal(Second, Sys.Scheduler.Now - before);
        Assert.Equal(Second, Sys.Scheduler.MonotonicClock);
    }

    [Fact]
    public void What_is_due_runs_and_the_rest_waits()
    {
        var ran = new List<string>();
        Sys.Scheduler.Advanced.ScheduleOnce(2 * Second, () => ran.Add("two"));
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => ran.Add("one"));
        Sys.Scheduler.Advanced.ScheduleOnce(3 * Second, () => ran.Add("three"));

        Time.Advance(2 * Second);

        Assert.Equal(["one", "two"], ran);
    }

    [Fact]
    public void What_is_due_at_the_same_time_runs_in_the_order_it_was_scheduled()
    {
        var ran = new List<int>();
        foreach (var number in Enumerable.Range(0, 20))
        {
            Sys.Scheduler.Advanced.ScheduleOnce(Second, () => ran.Add(number));
        }

        Time.Advance(Second);

        Assert.Equal(Enumerable.Range(0, 20), ran);
    }

    [Fact]
    public void Something_repeated_runs_as_often_as_it_is_due_each_time_at_its_time()
    {
        var start = Sys.Scheduler.MonotonicClock;
        var ran = new List<TimeSpan>();
        Sys.Scheduler.Advanced.ScheduleRepeatedly(Second, 2 * Second, () => ran.Add(Sys.Scheduler.MonotonicClock - start));

        Time.Advance(6 * Second);

        Assert.Equal([Second, 3 * Second, 5 * Second], ran);
    }

    [Fact]
    public void What_was_cancelled_does_not_run()
    {
        var ran = false;
        var cancelable = new Cancelable(Sys.Scheduler);
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => ran = true, cancelable);

        cancelable.Cancel();
        Time.Advance(Second);

        Assert.False(ran);
    }

    [Fact]
    public async Task Messages_are_told_when_they_are_due()
    {
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "hello", TestActor);

        Time.Advance(Second - TimeSpan.FromTicks(1));
        TestActor.Tell("not yet");
        Time.Advance(TimeSpan.FromTicks(1));

        await ExpectMsgAsync("not yet");
        await ExpectMsgAsync("hello");
    }
}
