namespace Akka.Actor;

/// <summary>A message that cannot be sent, such as null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>Makes the exception.</summary>
    public InvalidMessageException()
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
