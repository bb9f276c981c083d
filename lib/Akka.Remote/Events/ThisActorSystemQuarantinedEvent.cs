using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>Another node has quarantined this one and takes no messages from it until this system is restarted.</summary>
public sealed class ThisActorSystemQuarantinedEvent : RemotingLifecycleEvent
{
    /// <summary>Tells who was quarantined by whom.</summary>
    public ThisActorSystemQuarantinedEvent(Address localAddress, Address remoteAddress)
    {
        LocalAddress = localAddress;
        RemoteAddress = remoteAddress;
    }

    /// <summary>This node.</summary>
    public Address LocalAddress { get; }

    /// <summary>The node that shut it out.</summary>
    public Address RemoteAddress { get; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;

    /// <inheritdoc />
    public override string ToString() => $"The remote system {RemoteAddress} has quarantined this system {LocalAddress}.";
}
