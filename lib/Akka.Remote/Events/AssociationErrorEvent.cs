using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>An association could not be made or broke; published as soon as that is known, for instance when nobody listens there.</summary>
public sealed class AssociationErrorEvent : AssociationEvent
{
    private readonly LogLevel _level;

    /// <summary>Tells why the association between the two addresses failed.</summary>
    public AssociationErrorEvent(Exception cause, Address localAddress, Address remoteAddress, bool inbound, LogLevel level)
    {
        Cause = cause;
        LocalAddress = localAddress;
        RemoteAddress = remoteAddress;
        IsInbound = inbound;
        EventName = "AssociationError";
        _level = level;
    }

    /// <summary>Why.</summary>
    public Exception Cause { get; }

    /// <inheritdoc />
    public override Address LocalAddress { get; protected set; }

    /// <inheritdoc />
    public override Address RemoteAddress { get; protected set; }

    /// <inheritdoc />
    public override bool IsInbound { get; protected set; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => _level;

    /// <inheritdoc />
    public override string ToString() => $"{base.ToString()}: Error [{Cause.Message}]";
}
