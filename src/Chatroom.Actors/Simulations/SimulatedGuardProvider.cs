using ActorSimulation;
using Akka.Actor;
using Akka.Remote.Transport;
using RemoteGuard;
using RemoteGuard.Limits;
using RemoteGuard.Sleep;

namespace Chatroom.Actors;

/// <summary>The guard of our nodes, in the time of a simulated world. Made by Akka.Remote, whose settings name this type.</summary>
internal sealed class SimulatedGuardProvider : ITransportAdapterProvider
{
    /// <inheritdoc />
    public Transport Create(Transport wrappedTransport, ExtendedActorSystem system) =>
        new GuardTransport(wrappedTransport, system, new AwakeTime(World.CurrentTime, 2 * GuardTransport.SweepEvery), new Secrets(Draw));

    private static byte[] Draw(int length)
    {
        var drawn = new byte[length];
        World.CurrentChance.Fill(drawn);
        return drawn;
    }
}
