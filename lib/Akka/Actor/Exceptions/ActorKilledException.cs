namespace Akka.Actor;

/// <summary>Thrown in an actor that got a <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Makes the exception.</summary>
    public ActorKilledException()
    {
    }

    /// <summary>Makes the exception with a sentence that says what happened.</summary>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}
