using System.Reflection;

namespace Akka.Actor.Internal;

/// <summary>A way to make an actor's instance.</summary>
internal interface IActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    void Release(ActorBase actor)
    {
    }
}

/// <summary>Looks for a constructor that takes the arguments.</summary>
internal sealed class ReflectionProducer(Type actorType, object?[] args) : IActorProducer
{
    public Type ActorType => actorType;

    public ActorBase Produce() => (ActorBase)Activator.CreateInstance(actorType, args)!;
}

/// <summary>Calls one constructor, which has to be public: the official packages look for the class's constructors by reflection.</summary>
internal sealed class ConstructorProducer(ConstructorInfo constructor, object?[] args) : IActorProducer
{
    public Type ActorType => constructor.DeclaringType!;

    public ActorBase Produce() => constructor.IsPublic
        ? (ActorBase)constructor.Invoke(args)
        : throw new MissingMethodException($"The constructor of {ActorType} is not public");
}

/// <summary>Asks a producer of the user's.</summary>
internal sealed class IndirectProducer(IIndirectActorProducer producer) : IActorProducer
{
    public Type ActorType => producer.ActorType;

    public ActorBase Produce() => producer.Produce();

    public void Release(ActorBase actor) => producer.Release(actor);
}
