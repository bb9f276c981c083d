namespace Akka.Actor;

/// <summary>No actor answered where one was looked for.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>Makes the exception.</summary>
    public ActorNotFoundException()
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public ActorNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
