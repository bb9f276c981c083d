using Akka.Actor;

namespace Akka.Event;

/// <summary>Watches subscribers and ends the subscriptions of those that stop.</summary>
internal sealed class EventStreamUnsubscriber : ReceiveActor
{
    public EventStreamUnsubscriber(EventStream eventStream)
    {
        Receive<Register>(message => Context.Watch(message.Subscriber));
        Receive<Terminated>(message =>
        {
            // A block, since the value of Unsubscribe would be taken for whether the message was handled.
            eventStream.Unsubscribe(message.ActorRef);
        });
    }

    /// <summary>Asks to watch a subscriber.</summary>
    internal sealed record Register(IActorRef Subscriber) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
