using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Scheduler;

public class CancelableTests : ActorSystemTests
{
    [Fact]
    public void Cancelling_cancels_the_token()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Assert.False(cancelable.IsCancellationRequested);
        cancelable.Cancel();
        Assert.True(cancelable.IsCancellationRequested);
        Assert.True(cancelable.Token.IsCancellationRequested);
    }

    [Fact]
    public void Cancelling_twice_is_fine()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.Cancel();
        cancelable.Cancel();
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void Linked_cancelable_follows_any_of_its_own()
    {
        using var first = new Cancelable(Sys.Scheduler);
        using var second = new Cancelable(Sys.Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, first, second);
        second.Cancel();
        Assert.True(linked.IsCancellationRequested);
        Assert.False(first.IsCancellationRequested);
    }

    [Fact]
    public void Cancelled_from_the_start() => Assert.True(Cancelable.CreateCanceled().IsCancellationRequested);

    [Fact]
    public void Disposed_cancelable_cannot_be_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.Dispose();
        Assert.True(cancelable.IsDisposed);
        Assert.Throws<ObjectDisposedException>(cancelable.Cancel);
    }

    [Fact]
    public void Nothing_to_cancel_is_fine() => ((ICancelable)null!).CancelIfNotNull();
}
