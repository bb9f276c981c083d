using Akka.Actor;

namespace Akka.Remote;

/// <summary>Something happened between this node and one other.</summary>
public abstract class AssociationEvent : RemotingLifecycleEvent
{
    /// <summary>What happened, in a word, for <see cref="ToString"/>.</summary>
    protected string EventName = string.Empty;

    /// <summary>This node.</summary>
    public abstract Address LocalAddress { get; protected set; }

    /// <summary>The other node.</summary>
    public abstract Address RemoteAddress { get; protected set; }

    /// <summary>Whether the other node opened the connection.</summary>
    public abstract bool IsInbound { get; protected set; }

    /// <inheritdoc />
    public override string ToString() => $"{EventName} [{LocalAddress}] {(IsInbound ? "<-" : "->")} {RemoteAddress}";
}
