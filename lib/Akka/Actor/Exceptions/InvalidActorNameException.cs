namespace Akka.Actor;

/// <summary>An actor name is taken, empty, or breaks the rules for names.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public InvalidActorNameException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public InvalidActorNameException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
