using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals;

public sealed class TcpTransportContractTests : TransportContract
{
    protected override Transport.Transport Create(ExtendedActorSystem system) => New(system);

    internal static TcpTransport New(ExtendedActorSystem system) => new(system, ConfigurationFactory.ParseString("port = 0"));
}

/// <summary>Under adapters that nobody has told to do harm.</summary>
public sealed class AdaptedTcpTransportTests : TransportContract
{
    protected override Transport.Transport Create(ExtendedActorSystem system) => Adapted(TcpTransportContractTests.New(system), system);

    internal static Transport.Transport Adapted(Transport.Transport transport, ExtendedActorSystem system) =>
        new ThrottlerProvider().Create(new FailureInjectorProvider().Create(transport, system), system);
}

/// <summary>Under adapters that nobody has told to do harm.</summary>
public sealed class AdaptedInMemoryTransportTests : TransportContract
{
    protected override Transport.Transport Create(ExtendedActorSystem system) =>
        AdaptedTcpTransportTests.Adapted(new InMemoryTransport(system, Config.Empty), system);
}
