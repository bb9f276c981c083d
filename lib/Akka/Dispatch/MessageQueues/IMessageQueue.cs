using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>What holds an actor's messages until it gets to them.</summary>
public interface IMessageQueue
{
    /// <summary>Whether there is a message.</summary>
    bool HasMessages { get; }

    /// <summary>How many messages there are.</summary>
    int Count { get; }

    /// <summary>Adds a message; from any thread.</summary>
    void Enqueue(IActorRef receiver, Envelope envelope);

    /// <summary>Takes the next message; from the actor's thread.</summary>
    bool TryDequeue(out Envelope envelope);

    /// <summary>Moves what is left to the dead letters.</summary>
    void CleanUp(IActorRef owner, IMessageQueue deadletters);
}
