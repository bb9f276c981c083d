namespace Akka.Actor;

/// <summary>An actor name breaks the rules for names.</summary>
public class IllegalActorNameException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public IllegalActorNameException(string message)
        : base(message)
    {
    }
}
