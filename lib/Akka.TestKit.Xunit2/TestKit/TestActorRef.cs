using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A reference to an actor that runs on the thread which tells it something, and that a test can look into.</summary>
/// <typeparam name="TActor">The actor's class, or a base of it.</typeparam>
/// <param name="system">The system it lives in.</param>
/// <param name="actorProps">How to create it; without a dispatcher it runs on the calling thread.</param>
/// <param name="supervisor">Its parent; null for the user guardian.</param>
/// <param name="name">Its name; null for a generated one.</param>
public class TestActorRef<TActor>(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    : TestActorRefBase<TActor>(system, actorProps, supervisor, name)
    where TActor : ActorBase;
