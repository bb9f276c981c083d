using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// Makes a transport adapter. Named in <c>akka.remote.adapters</c>, and by that name in a transport's <c>applied-adapters</c>;
/// it has a constructor without parameters.
/// </summary>
public interface ITransportAdapterProvider
{
    /// <summary>Puts the adapter around <paramref name="wrappedTransport"/>.</summary>
    Transport Create(Transport wrappedTransport, ExtendedActorSystem system);
}
