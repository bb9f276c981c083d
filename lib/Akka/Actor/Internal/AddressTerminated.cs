namespace Akka.Actor.Internal;

/// <summary>Published on the event stream when a node is given up: whoever watches an actor there is told, whoever is watched from there forgets it.</summary>
/// <param name="Address">The node's address.</param>
/// <param name="WatchersOnly">Whether it is only that nothing is remembered of the node any more: then nobody is told anything.</param>
internal sealed record AddressTerminated(Address Address, bool WatchersOnly = false) : IAutoReceivedMessage, IPossiblyHarmful, INoSerializationVerificationNeeded;
