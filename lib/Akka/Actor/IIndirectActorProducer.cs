namespace Akka.Actor;

/// <summary>Makes actors in a way of its own, for example from a container.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The class of the actors that it makes.</summary>
    Type ActorType { get; }

    /// <summary>Makes an actor.</summary>
    ActorBase Produce();

    /// <summary>Takes back an actor that is no longer used.</summary>
    void Release(ActorBase actor);
}
