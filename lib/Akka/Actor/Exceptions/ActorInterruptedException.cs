namespace Akka.Actor;

/// <summary>An actor was interrupted while it ran.</summary>
public class ActorInterruptedException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public ActorInterruptedException(string? message = null, Exception? cause = null)
        : base(message, cause)
    {
    }
}
