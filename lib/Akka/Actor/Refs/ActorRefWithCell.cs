namespace Akka.Actor;

/// <summary>A reference with an actor of this process behind it.</summary>
public abstract class ActorRefWithCell : InternalActorRefBase
{
    /// <summary>The actor's children.</summary>
    public abstract IEnumerable<IActorRef> Children { get; }

    /// <summary>Finds a child by its name, which may end in <c>#uid</c>; Nobody if there is none.</summary>
    public abstract IInternalActorRef GetSingleChild(string name);
}
