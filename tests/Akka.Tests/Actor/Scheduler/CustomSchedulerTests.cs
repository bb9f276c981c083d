using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Scheduler;

public class CustomSchedulerTests()
    : ActorSystemTests($"akka.scheduler.implementation = \"{typeof(HandScheduler).AssemblyQualifiedName}\"")
{
    private HandScheduler Scheduler => (HandScheduler)Sys.Scheduler;

    [Fact]
    public async Task Scheduler_of_the_configuration_is_used()
    {
        var probe = CreateRecorder();
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), probe.Ref, "tick", ActorRefs.NoSender);
        Scheduler.Advance(TimeSpan.FromMinutes(59));
        await probe.AssertNothingElseAsync();
        Scheduler.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("tick", await probe.NextAsync<string>());
    }

    [Fact]
    public void Its_time_is_the_systems_time()
    {
        var before = Sys.Scheduler.Now;
        Scheduler.Advance(TimeSpan.FromHours(3));
        Assert.Equal(TimeSpan.FromHours(3), Sys.Scheduler.Now - before);
    }

    [Fact]
    public void CancelAfter_counts_its_time()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.CancelAfter(TimeSpan.FromHours(1));
        Assert.False(cancelable.IsCancellationRequested);
        Scheduler.Advance(TimeSpan.FromHours(1));
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Cancelable_can_start_with_a_delay()
    {
        using var cancelable = new Cancelable(Sys.Scheduler, TimeSpan.FromSeconds(5));
        Assert.False(cancelable.IsCancellationRequested);
        Scheduler.Advance(TimeSpan.FromSeconds(5));
        Assert.True(cancelable.IsCancellationRequested);
    }
}
