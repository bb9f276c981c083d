using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What an actor sees of the library; for the actor's own use, while it processes a message.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    /// <summary>The actor's own reference.</summary>
    IActorRef Self { get; }

    /// <summary>How the actor was made.</summary>
    Props Props { get; }

    /// <summary>Who sent the message being processed.</summary>
    IActorRef Sender { get; }

    /// <summary>The actor system.</summary>
    ActorSystem System { get; }

    /// <summary>The supervisor.</summary>
    IActorRef Parent { get; }

    /// <summary>Where the actor runs.</summary>
    MessageDispatcher Dispatcher { get; }

    /// <summary>How long without a message until a <see cref="Akka.Actor.ReceiveTimeout"/>, or null.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the behaviour on top.</summary>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the present one.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Goes back to the behaviour below.</summary>
    void UnbecomeStacked();

    /// <summary>The child of that name, or Nobody.</summary>
    IActorRef Child(string name);

    /// <summary>The children, by name.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Asks for a <see cref="Akka.Actor.ReceiveTimeout"/> whenever nothing has come for so long; null ends it.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>Stops a child, or the actor itself.</summary>
    void Stop(IActorRef child);
}
