using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote.Tests;

public sealed class InMemoryTransportTests : TransportContract
{
    protected override Transport.Transport Create(ExtendedActorSystem system) => new InMemoryTransport(system, Config.Empty);
}
