using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>This node listens and can be reached.</summary>
public sealed class RemotingListenEvent : RemotingLifecycleEvent
{
    /// <summary>Tells the addresses others can use.</summary>
    public RemotingListenEvent(IList<Address> listenAddresses) => ListenAddresses = listenAddresses;

    /// <summary>One address a transport, ports as they really are.</summary>
    public IList<Address> ListenAddresses { get; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;

    /// <inheritdoc />
    public override string ToString() => $"Remoting now listens on addresses: [{string.Join(", ", ListenAddresses)}]";
}
