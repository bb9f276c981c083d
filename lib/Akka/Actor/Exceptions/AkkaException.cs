namespace Akka.Actor;

/// <summary>The base of the exceptions that the actor library throws.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>Makes the exception.</summary>
    protected AkkaException()
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened, and what led to it.</summary>
    protected AkkaException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>What led to it, or null.</summary>
    protected Exception? Cause => InnerException;
}
