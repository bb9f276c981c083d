using Akka.Actor;
using Akka.Remote;

namespace BotNode.Nodes;

/// <summary>Reports failed connects, not wrong addresses or later disconnects; and that another node takes this one for dead.</summary>
internal sealed class ConnectionWatch : ReceiveActor
{
    /// <summary>Begins to listen.</summary>
    /// <param name="onProblem">Told the reason, on the actor's thread.</param>
    /// <param name="onQuarantined">Told when another node no longer talks to this one, on the actor's thread.</param>
    public ConnectionWatch(Action<string> onProblem, Action onQuarantined)
    {
        // Akka.NET wraps the reason in two exceptions of its own.
        Receive<AssociationErrorEvent>(failed => onProblem(failed.Cause.GetBaseException().Message.TrimEnd('.')));
        Receive<ThisActorSystemQuarantinedEvent>(_ => onQuarantined());
        Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
        Context.System.EventStream.Subscribe(Self, typeof(ThisActorSystemQuarantinedEvent));
    }
}
