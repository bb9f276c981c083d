namespace Akka.Actor;

/// <summary>An actor as the library sees it.</summary>
public interface IInternalActor
{
    /// <summary>The actor's context.</summary>
    IActorContext ActorContext { get; }
}
