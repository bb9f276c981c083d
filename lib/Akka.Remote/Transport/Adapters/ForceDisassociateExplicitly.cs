using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// Tells the adapter <c>trttl</c>, through the transport's ManagementCommand, to close all connections with an address as if the
/// peer had ended them for a reason.
/// </summary>
public sealed class ForceDisassociateExplicitly
{
    /// <summary>Closes the connections with <paramref name="address"/> for <paramref name="reason"/>.</summary>
    public ForceDisassociateExplicitly(Address address, DisassociateInfo reason)
    {
        Address = address;
        Reason = reason;
    }

    /// <summary>Whose connections; only its host and port count.</summary>
    public Address Address { get; }

    /// <summary>What this side is told.</summary>
    public DisassociateInfo Reason { get; }
}
