namespace Akka.Actor;

/// <summary>An actor could not be made: its constructor or PreStart threw.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>Makes the exception.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened, and what led to it.</summary>
    public ActorInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes the exception for one actor.</summary>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) => Actor = actor;

    /// <summary>The actor that could not be made, if it is known.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc />
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}
