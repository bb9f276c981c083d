using Akka.Actor;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>Replaces the serializer for all protobuf messages, which takes a type's name from the network: <c>akka.actor.serializers.proto</c>.</summary>
/// <param name="system">The system that it is registered with.</param>
public sealed class RefusingProtobufSerializer(ExtendedActorSystem system) : RefusingSerializer(system, "A protobuf message named by its type")
{
    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.Protobuf;
}
