using Akka.Actor;
using Akka.Remote.Transport;
using RemoteGuard.Sleep;

namespace RemoteGuard;

/// <summary>
/// A transport adapter of Akka.Remote that lets in only what a peer may send: <c>akka.remote.adapters.guard =
/// "RemoteGuard.GuardProvider,RemoteGuard"</c>, with no blank after the comma, and <c>guard</c> among the transport's
/// <c>applied-adapters</c>. Its settings are below <c>akka.remote.guard</c>. Addresses stay as they are.
/// </summary>
public sealed class GuardProvider : ITransportAdapterProvider
{
    /// <summary>Called by Akka.Remote when it makes a transport.</summary>
    /// <param name="wrappedTransport">The transport that connects and listens.</param>
    /// <param name="system">The actor system that it belongs to.</param>
    /// <returns>The transport with the guard before it. If the guard's settings are wrong, it does not listen, and says why.</returns>
#pragma warning disable RS0030 // Akka.Remote creates this, and has no clock to give.
    public Transport Create(Transport wrappedTransport, ExtendedActorSystem system) =>
        new GuardTransport(wrappedTransport, system, new AwakeTime(TimeProvider.System, 2 * GuardTransport.SweepEvery));
#pragma warning restore RS0030
}
