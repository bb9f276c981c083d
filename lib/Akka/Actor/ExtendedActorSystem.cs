namespace Akka.Actor;

/// <summary>An actor system as extensions and other parts of the library see it.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    /// <summary>Makes the references.</summary>
    public abstract IActorRefProvider Provider { get; }

    /// <summary>The supervisor of actors made by <see cref="ActorSystem.ActorOf"/>.</summary>
    public abstract IInternalActorRef Guardian { get; }

    /// <summary>Where lookups of absolute paths start.</summary>
    public abstract IInternalActorRef LookupRoot { get; }

    /// <summary>The supervisor of the library's own actors.</summary>
    public abstract IInternalActorRef SystemGuardian { get; }

    /// <summary>Makes an actor below <c>/system</c>.</summary>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>Makes an actor below <c>/system</c>.</summary>
    public abstract IActorRef SystemActorOf<TActor>(string? name = null)
        where TActor : ActorBase, new();

    /// <summary>Terminates without waiting for actors to stop in order.</summary>
    public abstract void Abort();

    /// <summary>The tree of actors as text, children by name.</summary>
    public abstract string PrintTree();
}
