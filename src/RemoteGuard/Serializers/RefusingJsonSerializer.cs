using Akka.Actor;
using Akka.Configuration;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>Replaces JSON, which Akka.NET binds to every type that has no other serializer: <c>akka.actor.serializers.json</c>.</summary>
public sealed class RefusingJsonSerializer : RefusingSerializer
{
    /// <summary>Called by Akka.NET, which passes settings to this serializer.</summary>
    /// <param name="system">The system that it is registered with.</param>
    /// <param name="settings">The settings of the JSON serializer, which are ignored.</param>
    public RefusingJsonSerializer(ExtendedActorSystem system, Config settings) : base(system, "A message in JSON") => _ = settings;

    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.Json;
}
