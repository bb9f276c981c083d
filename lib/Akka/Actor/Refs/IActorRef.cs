namespace Akka.Actor;

/// <summary>Something that messages can be sent to.</summary>
public interface ICanTell
{
    /// <summary>Sends a message; returns at once and never fails because of the receiver.</summary>
    /// <param name="message">What to send; not null.</param>
    /// <param name="sender">Who is to get the reply, or null.</param>
    void Tell(object message, IActorRef? sender);
}

/// <summary>A handle of one incarnation of an actor, good for sending to it from anywhere.</summary>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, IComparable
{
    /// <summary>The actor's path, with its uid.</summary>
    ActorPath Path { get; }
}

/// <summary>Says whether what is behind a reference lives in this process.</summary>
public interface IActorRefScope
{
    /// <summary>Whether the actor lives in this process.</summary>
    bool IsLocal { get; }
}

/// <summary>A reference to something in this process.</summary>
internal interface ILocalRef : IActorRefScope;

/// <summary>A reference that may point to nothing yet.</summary>
public interface IRepointableRef : IActorRefScope
{
    /// <summary>Whether the actor behind it has been started.</summary>
    bool IsStarted { get; }
}
