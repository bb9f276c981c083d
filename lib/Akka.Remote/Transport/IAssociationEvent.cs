using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Something that happens at a listening transport: <see cref="InboundAssociation"/>.</summary>
public interface IAssociationEvent : INoSerializationVerificationNeeded;
