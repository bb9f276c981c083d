using Akka.Actor;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>Replaces the serializer by which other nodes start actors here: <c>akka.actor.serializers.daemon-create</c>.</summary>
/// <param name="system">The system that it is registered with.</param>
public sealed class RefusingDeploymentSerializer(ExtendedActorSystem system) : RefusingSerializer(system, "An actor from another node")
{
    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.Deployment;
}
