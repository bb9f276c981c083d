namespace Akka.Actor;

/// <summary>Something that actors can be made and looked up under: an actor system, or an actor's context.</summary>
public interface IActorRefFactory
{
    /// <summary>Makes an actor.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Its name, unique among its siblings; null for a generated one.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or breaks the rules for names.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Names actors by their path, without asking whether they exist.</summary>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>Names actors by their path, which may be relative and have wildcards, without asking whether they exist.</summary>
    ActorSelection ActorSelection(string actorPath);
}
