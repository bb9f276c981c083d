using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// Tells the adapter <c>trttl</c>, through the transport's ManagementCommand, how fast frames to or from an address may go, on
/// the connections there are and on those to come.
/// </summary>
public sealed class SetThrottle
{
    /// <summary>From now on <paramref name="mode"/>, in this direction.</summary>
    public SetThrottle(Address address, ThrottleTransportAdapter.Direction direction, ThrottleMode mode)
    {
        Address = address;
        Direction = direction;
        Mode = mode;
    }

    /// <summary>Whose connections; only its host and port count.</summary>
    public Address Address { get; }

    /// <summary>Which way.</summary>
    public ThrottleTransportAdapter.Direction Direction { get; }

    /// <summary>How fast.</summary>
    public ThrottleMode Mode { get; }
}
