namespace Akka.Actor.Internal;

/// <summary>Published on the event stream when a node is given up: whoever watches an actor there is told.</summary>
internal sealed record AddressTerminated(Address Address) : IAutoReceivedMessage, IPossiblyHarmful, INoSerializationVerificationNeeded;
