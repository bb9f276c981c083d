using Akka.Actor.Internal;
using Akka.Serialization;

namespace Akka.Actor;

/// <summary>Makes the references of an actor system; <c>akka.actor.provider</c> names one.</summary>
public interface IActorRefProvider
{
    /// <summary>The root, supervisor of everything.</summary>
    IInternalActorRef RootGuardian { get; }

    /// <summary>The supervisor of actors made by <see cref="ActorSystem.ActorOf"/>, at <c>/user</c>.</summary>
    LocalActorRef Guardian { get; }

    /// <summary>The supervisor of the library's own actors, at <c>/system</c>.</summary>
    LocalActorRef SystemGuardian { get; }

    /// <summary>Where messages end that reach nobody.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>The path of the root.</summary>
    ActorPath RootPath { get; }

    /// <summary>The actor system's settings.</summary>
    Settings Settings { get; }

    /// <summary>What stands at <c>/temp</c>.</summary>
    IInternalActorRef TempContainer { get; }

    /// <summary>Done when the root is gone.</summary>
    Task TerminationTask { get; }

    /// <summary>The address by which this system is reached from outside, if there is one.</summary>
    Address DefaultAddress { get; }

    /// <summary>Under which address references are written while they are serialized.</summary>
    Information SerializationInformation { get; }

    /// <summary>Called once, when the actor system is made.</summary>
    void Init(ActorSystemImpl system);

    /// <summary>A new path below <c>/temp</c>.</summary>
    ActorPath TempPath();

    /// <summary>Makes the reference that completes a task with the first message it gets.</summary>
    FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs);

    /// <summary>The root of the system at an address; dead letters if that can't be reached.</summary>
    IActorRef RootGuardianAt(Address address);

    /// <summary>Puts a reference at a path below <c>/temp</c>.</summary>
    void RegisterTempActor(IInternalActorRef actorRef, ActorPath path);

    /// <summary>Takes a reference away from below <c>/temp</c>.</summary>
    void UnregisterTempActor(ActorPath path);

    /// <summary>Makes an actor; it is started by the caller.</summary>
    IInternalActorRef ActorOf(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        bool systemService,
        Deploy? deploy,
        bool lookupDeploy,
        bool async);

    /// <summary>The reference for a path as it is written on the wire.</summary>
    IActorRef ResolveActorRef(string path);

    /// <summary>The reference for a path.</summary>
    IActorRef ResolveActorRef(ActorPath actorPath);

    /// <summary>The address by which this system is reached from another one, or null if it can't be.</summary>
    Address? GetExternalAddressFor(Address address);
}
