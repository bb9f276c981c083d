using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Tells the adapter <c>trttl</c>, through the transport's ManagementCommand, to close all connections with an address.</summary>
public sealed class ForceDisassociate
{
    /// <summary>Closes the connections with <paramref name="address"/>.</summary>
    public ForceDisassociate(Address address) => Address = address;

    /// <summary>Whose connections; only its host and port count.</summary>
    public Address Address { get; }
}
