using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class WatchTests : PatientTestKit
{
    [Fact]
    public void The_end_of_a_watched_actor_comes_as_Terminated()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));

        Sys.Stop(actor);

        Assert.True(ExpectTerminated(actor).ExistenceConfirmed);
    }

    [Fact]
    public void The_end_of_another_actor_fails()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        var other = Sys.ActorOf(BlackHoleActor.Props);

        Sys.Stop(actor);

        Assert.ThrowsAny<XunitException>(() => ExpectTerminated(other));
    }

    [Fact]
    public async Task An_unwatched_actor_ends_unnoticed()
    {
        var actor = await WatchAsync(Sys.ActorOf(BlackHoleActor.Props));
        var probe = CreateTestProbe();
        probe.Watch(actor);
        await UnwatchAsync(actor);

        Sys.Stop(actor);

        await probe.ExpectTerminatedAsync(actor);
        await ExpectNoMsgAsync(50);
    }
}
