using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>Two nodes are associated: messages flow both ways.</summary>
public sealed class AssociatedEvent : AssociationEvent
{
    /// <summary>Tells of the association between the two addresses.</summary>
    public AssociatedEvent(Address localAddress, Address remoteAddress, bool inbound)
    {
        LocalAddress = localAddress;
        RemoteAddress = remoteAddress;
        IsInbound = inbound;
        EventName = "Associated";
    }

    /// <inheritdoc />
    public override Address LocalAddress { get; protected set; }

    /// <inheritdoc />
    public override Address RemoteAddress { get; protected set; }

    /// <inheritdoc />
    public override bool IsInbound { get; protected set; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}
