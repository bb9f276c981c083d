namespace Akka.Actor;

/// <summary>Sending from inside an actor without naming the sender.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends a message; inside an actor, that one is the sender, elsewhere there is none.</summary>
    public static void Tell(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.GetCurrentSelfOrNoSender());

    /// <summary>Passes a message on, keeping the sender of the message being processed.</summary>
    public static void Forward(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.GetCurrentSenderOrNoSender());
}
