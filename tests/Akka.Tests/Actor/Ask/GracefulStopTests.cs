using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Ask;

public class GracefulStopTests : ActorSystemTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Actor_stops_and_the_task_is_true()
    {
        var actor = CreateActor((_, _) => { });
        Assert.True(await actor.GracefulStop(Limit));
    }

    [Fact]
    public async Task Actor_stops_by_a_message_of_its_own()
    {
        var actor = CreateActor((message, context) =>
        {
            if (message is "bye") context.Stop(context.Self);
        });
        Assert.True(await actor.GracefulStop(Limit, "bye"));
    }

    [Fact]
    public async Task Actor_that_stopped_before_counts_as_stopped()
    {
        var actor = CreateActor((_, _) => { });
        await actor.GracefulStop(Limit);
        Assert.True(await actor.GracefulStop(Limit));
    }

    [Fact]
    public async Task Actor_does_not_stop_in_time_and_the_task_is_false()
    {
        var actor = CreateActor((_, _) => { });
        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50), "ignored"));
    }
}
