namespace Akka.Actor;

/// <summary>Shorter ways to make and look up actors.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Makes an actor whose class has a constructor without parameters.</summary>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null)
        where TActor : ActorBase, new() => factory.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Names actors by a path that starts at a given actor.</summary>
    public static ActorSelection ActorSelection(this IActorRefFactory factory, IActorRef anchorRef, string actorPath) =>
        ActorRefFactoryShared.ActorSelection(anchorRef, actorPath);
}
