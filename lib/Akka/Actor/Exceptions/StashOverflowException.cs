namespace Akka.Actor;

/// <summary>A stash is full.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public StashOverflowException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
