using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

internal static class QueueExtensions
{
    internal static void MoveAllTo(this IMessageQueue queue, IActorRef owner, IMessageQueue target)
    {
        while (queue.TryDequeue(out var envelope))
            target.Enqueue(owner, envelope);
    }
}
