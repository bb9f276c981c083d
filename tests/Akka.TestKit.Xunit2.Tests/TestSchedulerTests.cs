namespace Akka.TestKit.Xunit2.Tests;

public sealed class TestSchedulerTests()
    : PatientTestKit($"akka.scheduler.implementation = \"{typeof(TestScheduler).AssemblyQualifiedName!.Replace("\"", "", StringComparison.Ordinal)}\"")
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_message_comes_when_its_time_has_come()
    {
        Scheduler.ScheduleTellOnce(Second, TestActor, "now", ActorRefs.NoSender);

        Scheduler.Advance(Second - Millisecond);
        ExpectNoMsg(20);
        Scheduler.Advance(Millisecond);
        ExpectMsg("now");
    }

    [Fact]
    public void Messages_come_in_the_order_of_their_times()
    {
        Scheduler.ScheduleTellOnce(Second * 2, TestActor, "later", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(Second, TestActor, "sooner", ActorRefs.NoSender);

        Scheduler.Advance(Second * 3);

        ExpectMsg("sooner");
        ExpectMsg("later");
    }

    [Fact]
    public void Messages_of_the_same_time_come_as_they_were_scheduled()
    {
        foreach (var number in Enumerable.Range(1, 5)) Scheduler.ScheduleTellOnce(Second, TestActor, number, ActorRefs.NoSender);

        Scheduler.Advance(Second);

        Assert.Equal(Enumerable.Range(1, 5), ReceiveN(5, TimeSpan.FromSeconds(10)).Cast<int>());
    }

    [Fact]
    public void A_repeated_message_comes_at_each_interval_after_its_initial_delay()
    {
        Scheduler.ScheduleTellRepeatedly(Second, Second * 5, TestActor, "tick", ActorRefs.NoSender);

        Scheduler.Advance(Second);
        ExpectMsg("tick");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Scheduler.Advance(Second * 4);
            ExpectNoMsg(20);
            Scheduler.Advance(Second);
            ExpectMsg("tick");
        }
    }

    [Fact]
    public void A_canceled_message_does_not_come()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.Advance(Second);
        ExpectMsg("tick");

        cancelable.Cancel();
        Scheduler.Advance(Second);

        ExpectNoMsg(20);
    }

    [Fact]
    public void An_action_runs_before_Advance_returns()
    {
        var ran = 0;
        Scheduler.Advanced.ScheduleOnce(Second, () => ran++);

        Scheduler.Advance(Second);

        Assert.Equal(1, ran);
    }

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var start = Scheduler.Now;
        AwaitConditionNoThrow(() => false, TimeSpan.FromMilliseconds(30));
        Assert.Equal(start, Scheduler.Now);

        Scheduler.AdvanceTo(start + Second);

        Assert.Equal(start + Second, Scheduler.Now);
        Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(start));
    }

    [Fact]
    public void A_receive_timeout_follows_the_virtual_time()
    {
        var actor = Sys.ActorOf(Props.Create(() => new TimeoutActor(TestActor)));
        // The timeout is set at the end of the actor's start, which is over when the first message is handled.
        actor.Tell(new AreYouReady());
        ExpectMsg("ready");

        Scheduler.Advance(Second);

        ExpectMsg("timeout");
    }

    private sealed class TimeoutActor : ReceiveActor
    {
        public TimeoutActor(IActorRef report)
        {
            Receive<ReceiveTimeout>(_ =>
            {
                SetReceiveTimeout(null);
                report.Tell("timeout");
            });
            Receive<AreYouReady>(_ => report.Tell("ready"));
            SetReceiveTimeout(Second);
        }
    }

    private sealed class AreYouReady : INotInfluenceReceiveTimeout;

    [Fact]
    public void AdvanceTo_goes_to_a_moment_and_never_back()
    {
        var begin = ((ITimeProvider)Scheduler).Now;
        Scheduler.ScheduleTellOnce(Second, TestActor, "now", ActorRefs.NoSender);

        Scheduler.AdvanceTo(begin + Second);

        ExpectMsg("now");
        Assert.Equal(begin + Second, ((ITimeProvider)Scheduler).Now);
        Assert.Throws<InvalidOperationException>(() => Scheduler.AdvanceTo(begin));
    }
}
