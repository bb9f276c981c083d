namespace Akka.TestKit.Xunit2.Tests.Internals;

/// <summary>The official TestKit leaves its test actor behind on the thread; ours clears up.</summary>
public sealed class ImplicitSenderTests
{
    [Fact]
    public void A_test_that_is_over_is_the_sender_no_more()
    {
        var before = SynchronizationContext.Current;
        var kit = new TestKit();
        Assert.Equal(kit.TestActor, ActorCell.GetCurrentSelfOrNoSender());

        kit.Dispose();

        Assert.Null(ActorCell.GetCurrentSelfOrNoSender());
        Assert.Same(before, SynchronizationContext.Current);
    }

    [Fact]
    public async Task What_runs_after_the_test_has_no_sender_either()
    {
        var kit = new TestKit();
        var context = SynchronizationContext.Current!;
        kit.Dispose();
        var sender = new TaskCompletionSource<IActorRef?>(TaskCreationOptions.RunContinuationsAsynchronously);

        context.Post(_ => sender.SetResult(ActorCell.GetCurrentSelfOrNoSender()), null);

        Assert.Null(await sender.Task);
    }
}
