using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Makes the adapter <c>trttl</c>, which limits how fast frames go, or throws them away.</summary>
public class ThrottlerProvider : ITransportAdapterProvider
{
    /// <inheritdoc />
    public Transport Create(Transport wrappedTransport, ExtendedActorSystem system) => new ThrottleTransportAdapter(wrappedTransport, system);
}
