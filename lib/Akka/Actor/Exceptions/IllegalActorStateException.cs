namespace Akka.Actor;

/// <summary>An actor did what its present state does not allow, for example stash a message twice.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public IllegalActorStateException(string message)
        : base(message)
    {
    }
}
