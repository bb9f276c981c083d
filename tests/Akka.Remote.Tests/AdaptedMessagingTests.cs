namespace Akka.Remote.Tests;

/// <summary>Adapters that nobody has told to do harm do none.</summary>
public sealed class AdaptedTcpMessagingTests() : MessagingContract(Nodes.Tcp + """

    akka.remote.dot-netty.tcp.applied-adapters = [gremlin, trttl]
    """);

public sealed class AdaptedInMemoryMessagingTests() : MessagingContract(InMemoryTransport.Settings + """

    akka.remote.in-memory.applied-adapters = [gremlin, trttl]
    """);
