using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Somebody opened a connection to us.</summary>
public sealed class InboundAssociation : INoSerializationVerificationNeeded, IAssociationEvent
{
    /// <summary>Tells of <paramref name="association"/>, which reads nothing until its ReadHandlerSource is set.</summary>
    public InboundAssociation(AssociationHandle association) => Association = association;

    /// <summary>The connection's own end.</summary>
    public AssociationHandle Association { get; }
}
