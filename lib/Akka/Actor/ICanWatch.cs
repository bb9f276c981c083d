namespace Akka.Actor;

/// <summary>Something that can be told when an actor is gone.</summary>
public interface ICanWatch
{
    /// <summary>Asks for a <see cref="Terminated"/> when the actor is gone.</summary>
    /// <returns>The actor.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>Asks for a message of one's own when the actor is gone.</summary>
    /// <returns>The actor.</returns>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Takes a watch back; a notice that waits in the mailbox already is dropped.</summary>
    /// <returns>The actor.</returns>
    IActorRef Unwatch(IActorRef subject);
}
