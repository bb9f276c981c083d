using Akka.Actor;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Dispatch;

/// <summary>Akka.NET leaves the thread of a pinned actor for a while, in case that another one needs it.</summary>
public sealed class PinnedThreadTests() : ActorTest("pinned { type = PinnedDispatcher }")
{
    [Fact]
    public async Task The_thread_of_a_pinned_actor_ends_with_it()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((_, _) => probe.Note(Thread.CurrentThread)).WithDispatcher("pinned"));
        actor.Tell("hello");
        var thread = await probe.Next<Thread>();
        actor.Tell(PoisonPill.Instance);
        await TerminationOf(actor);

        using var limit = new CancellationTokenSource(Patience);
        while (thread.IsAlive)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }
}
