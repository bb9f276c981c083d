using Akka.Actor;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Actor;

/// <summary>Akka.NET lets such timers run on; what they send reaches nobody.</summary>
public sealed class FailedStartTests : ActorTest
{
    [Fact]
    public async Task The_timers_of_an_actor_that_failed_at_its_start_end()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By(
            (_, _) => { },
            self =>
            {
                self.Timers.StartPeriodicTimer("key", "tick", TimeSpan.FromHours(1));
                probe.Note(self.Timers);
                throw new NotSupportedException("a start that fails");
            }));

        await TerminationOf(actor);

        Assert.Empty((await probe.Next<ITimerScheduler>()).ActiveTimers);
    }
}
