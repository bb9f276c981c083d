namespace Akka.Actor;

/// <summary>Makes selections, for actor systems and actors alike.</summary>
public static class ActorRefFactoryShared
{
    /// <summary>Selects by an actor's path.</summary>
    /// <param name="actorPath">The path.</param>
    /// <param name="system">The system that looks for it.</param>
    /// <returns>The selection.</returns>
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system) =>
        new(RootOf(system, actorPath.Address), actorPath.Elements);

    /// <summary>Selects by a path: a full one, one from the root (<c>/user/a</c>), or one relative to an actor.</summary>
    /// <param name="path">The path; may hold <c>..</c> and patterns.</param>
    /// <param name="system">The system that looks for it.</param>
    /// <param name="lookupRoot">Where relative paths start.</param>
    /// <returns>The selection.</returns>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        if (path.StartsWith('/')) return new ActorSelection(((ExtendedActorSystem)system).Provider.RootGuardian, path);
        return ActorPath.TryParse(path, out var actorPath)
            ? ActorSelection(actorPath, system)
            : new ActorSelection(lookupRoot, path);
    }

    /// <summary>Selects by a path relative to an actor.</summary>
    /// <param name="anchorActorRef">The actor.</param>
    /// <param name="path">The path; may hold <c>..</c> and patterns.</param>
    /// <returns>The selection.</returns>
    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);

    private static IActorRef RootOf(ActorSystem system, Address address) =>
        ((ExtendedActorSystem)system).Provider.RootGuardianAt(address);
}
