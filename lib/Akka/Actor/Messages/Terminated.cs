using Akka.Event;

namespace Akka.Actor;

/// <summary>Tells a watcher that the actor it watched is gone.</summary>
public sealed class Terminated
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded, IEquatable<Terminated>
{
    /// <summary>Makes the message.</summary>
    public Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    {
        ActorRef = actorRef;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    /// <summary>Who is gone.</summary>
    public IActorRef ActorRef { get; }

    /// <summary>False if it isn't known whether the actor ever lived.</summary>
    public bool ExistenceConfirmed { get; }

    /// <summary>Whether it is the actor's node that is gone.</summary>
    public bool AddressTerminated { get; }

    /// <inheritdoc />
    public bool Equals(Terminated? other) =>
        other is not null
        && ActorRef.Equals(other.ActorRef)
        && AddressTerminated == other.AddressTerminated
        && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc />
    public override string ToString() =>
        $"Terminated({ActorRef}{(ExistenceConfirmed ? "" : ", which may never have lived")}{(AddressTerminated ? ", with its node" : "")})";
}
