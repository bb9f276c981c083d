using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>Makes the adapter <c>gremlin</c>, which loses frames and associations at random.</summary>
public class FailureInjectorProvider : ITransportAdapterProvider
{
    /// <inheritdoc />
    public Transport Create(Transport wrappedTransport, ExtendedActorSystem system) =>
        new FailureInjectorTransportAdapter(wrappedTransport, system);
}
