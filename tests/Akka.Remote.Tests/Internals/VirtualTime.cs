using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

internal static class VirtualTime
{
    /// <summary>Lets time go by until what has begun to end has ended.</summary>
    internal static async Task PassUntil(this HandScheduler scheduler, Task ended)
    {
        while (!ended.IsCompleted)
        {
            scheduler.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        await ended;
    }
}
