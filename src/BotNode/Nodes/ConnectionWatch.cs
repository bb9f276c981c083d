using Akka.Actor;
using Akka.Remote;
using Akka.Remote.Transport;

namespace BotNode.Nodes;

/// <summary>Tells why this node can't connect to others. That one calls itself something else, or breaks off later, is not told.</summary>
internal sealed class ConnectionWatch : ReceiveActor
{
    /// <summary>Begins to listen.</summary>
    /// <param name="onProblem">Told the reason, on the actor's thread.</param>
    public ConnectionWatch(Action<string> onProblem)
    {
        Receive<AssociationErrorEvent>(failed => failed.Cause is InvalidAssociationException, failed => onProblem(failed.Cause.Message));
        Context.System.EventStream.Subscribe(Self, typeof(AssociationErrorEvent));
    }
}
