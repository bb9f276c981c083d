using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells a parent or a watcher that an actor is gone.</summary>
public sealed class DeathWatchNotification : SystemMessage, IDeadLetterSuppression
{
    /// <summary>Makes the message.</summary>
    public DeathWatchNotification(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        Actor = actor;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    /// <summary>Who is gone.</summary>
    public IActorRef Actor { get; }

    /// <summary>False if it isn't known whether the actor ever lived.</summary>
    public bool ExistenceConfirmed { get; }

    /// <summary>Whether it is the actor's node that is gone.</summary>
    public bool AddressTerminated { get; }

    /// <inheritdoc />
    public override string ToString() =>
        $"DeathWatchNotification({Actor}{(ExistenceConfirmed ? "" : ", which may never have lived")}{(AddressTerminated ? ", with its node" : "")})";
}
