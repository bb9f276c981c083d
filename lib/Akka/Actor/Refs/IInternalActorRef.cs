using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What a reference offers to the library itself: life cycle, children, system messages.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    /// <summary>The supervisor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>Who made this reference.</summary>
    IActorRefProvider Provider { get; }

    /// <summary>Whether the actor is known to be gone.</summary>
    bool IsTerminated { get; }

    /// <summary>Finds a descendant by names; <c>..</c> goes up, an empty name stays. Nobody if there is none.</summary>
    IActorRef GetChild(IReadOnlyList<string> name);

    /// <summary>Lets a suspended actor go on with its messages.</summary>
    void Resume(Exception? causedByFailure = null);

    /// <summary>Makes the actor begin to process messages.</summary>
    void Start();

    /// <summary>Stops the actor after the message that it is working on.</summary>
    void Stop();

    /// <summary>Restarts the actor.</summary>
    void Restart(Exception cause);

    /// <summary>Holds back the actor's messages until it is resumed or restarted.</summary>
    void Suspend();

    /// <summary>Sends a system message, whose sender is no matter.</summary>
    void SendSystemMessage(ISystemMessage message, IActorRef sender);

    /// <summary>Sends a system message.</summary>
    void SendSystemMessage(ISystemMessage message);
}
