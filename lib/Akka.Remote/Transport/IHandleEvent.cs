using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Something that happens on one connection: <see cref="InboundPayload"/> or <see cref="Disassociated"/>.</summary>
public interface IHandleEvent : INoSerializationVerificationNeeded;
