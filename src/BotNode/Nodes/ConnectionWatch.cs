using Akka.Actor;
using Akka.Remote;

namespace BotNode.Nodes;

/// <summary>Reports failed connects, not wrong addresses or later disconnects.</summary>
internal sealed class ConnectionWatch : ReceiveActor
{
    /// <summary>Begins to listen.</summary>
    /// <param name="onProblem">Told the reason, on the actor's thread.</param>
    public ConnectionWatch(Action<string> onProblem)
    {
        // Akka.NET wraps the reason in two exceptions of its own.
        Receive<AssociationErrorEvent>(failed => onProblem(failed.Cause.GetBaseException().Message.TrimEnd('.')));
        Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
    }
}
