using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.TestKit.Internal;

/// <summary>A cell that lets a test hand its actor a message without the mailbox in between.</summary>
internal sealed class TestActorCell(
    ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef parent)
    : ActorCell(system, self, props, dispatcher, parent)
{
    /// <summary>Runs the actor's behaviour; what it throws comes back to the caller.</summary>
    public void Receive(object message, IActorRef? sender) => UseThreadContext(() =>
    {
        RestoreMessage(message, sender);
        try
        {
            ReceiveMessage(message);
        }
        finally
        {
            RestoreMessage(null, null);
        }
    });
}
