using Akka.Actor;
using Akka.Remote;

namespace Chatroom.Actors;

/// <summary>Reports connects, and those that failed, but not wrong addresses or later disconnects; and that another node takes this one for dead.</summary>
internal sealed class ConnectionWatch : ReceiveActor
{
    /// <summary>Begins to listen.</summary>
    /// <param name="onProblem">Told the reason, on the actor's thread.</param>
    /// <param name="onConnected">Told when there is a connection, on the actor's thread.</param>
    /// <param name="onQuarantined">Told when another node no longer talks to this one, on the actor's thread.</param>
    public ConnectionWatch(Action<string> onProblem, Action onConnected, Action onQuarantined)
    {
        // Akka.NET wraps the reason in two exceptions of its own.
        Receive<AssociationErrorEvent>(failed => onProblem(failed.Cause.GetBaseException().Message.TrimEnd('.')));
        Receive<AssociatedEvent>(_ => onConnected());
        Receive<ThisActorSystemQuarantinedEvent>(_ => onQuarantined());
        Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
        Context.System.EventStream.Subscribe(Self, typeof(AssociatedEvent));
        Context.System.EventStream.Subscribe(Self, typeof(ThisActorSystemQuarantinedEvent));
    }
}
