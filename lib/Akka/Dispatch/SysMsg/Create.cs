using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Makes an actor build its instance; the first message of each mailbox.</summary>
public sealed class Create : SystemMessage
{
    /// <summary>Makes the message.</summary>
    /// <param name="failure">Why the actor can't be made, if that is known already.</param>
    public Create(ActorInitializationException? failure = null) => Failure = failure;

    /// <summary>Why the actor can't be made, or null.</summary>
    public ActorInitializationException? Failure { get; }

    /// <inheritdoc />
    public override string ToString() => $"Create({Failure})";
}
