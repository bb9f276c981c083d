namespace Akka.Remote.Tests;

public sealed class InMemoryMessagingTests() : MessagingContract(InMemoryTransport.Settings);
