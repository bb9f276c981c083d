using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>An association ended; a new one is made when there is something to send again.</summary>
public sealed class DisassociatedEvent : AssociationEvent
{
    /// <summary>Tells of the association between the two addresses.</summary>
    public DisassociatedEvent(Address localAddress, Address remoteAddress, bool inbound)
    {
        LocalAddress = localAddress;
        RemoteAddress = remoteAddress;
        IsInbound = inbound;
        EventName = "Disassociated";
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
