namespace Akka.Actor;

/// <summary>An actor did not handle the <see cref="Terminated"/> of one that it watched.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>Makes the exception.</summary>
    public DeathPactException(IActorRef deadActor)
        : base($"{deadActor} is gone, which the actor watched and has no handler for") => DeadActor = deadActor;

    /// <summary>Who is gone.</summary>
    public IActorRef DeadActor { get; }
}
