using Akka.Actor;

namespace Akka.Tests.Actor.Ask;

public sealed class WatchAsyncTests : ActorTest
{
    [Fact]
    public async Task It_is_true_when_the_actor_stops()
    {
        var actor = System.ActorOf(Acting.By((_, _) => { }));
        var stopped = actor.WatchAsync();
        Assert.False(stopped.IsCompleted);
        System.Stop(actor);

        Assert.True(await stopped.WaitAsync(Patience, TimeProvider.System));
    }

    [Fact]
    public async Task An_actor_that_stopped_before_counts_as_stopped()
    {
        var actor = System.ActorOf(Acting.By((_, _) => { }));
        System.Stop(actor);
        await TerminationOf(actor);

        Assert.True(await actor.WatchAsync().WaitAsync(Patience, TimeProvider.System));
    }

    [Fact]
    public async Task It_is_false_when_the_wait_is_cancelled()
    {
        var actor = System.ActorOf(Acting.By((_, _) => { }));
        using var cancellation = new CancellationTokenSource();
        var stopped = actor.WatchAsync(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.False(await stopped.WaitAsync(Patience, TimeProvider.System));
    }
}
