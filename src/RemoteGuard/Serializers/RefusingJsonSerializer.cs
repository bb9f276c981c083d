using Akka.Actor;
using Akka.Configuration;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>In place of JSON, which Akka.NET binds to every type that has no other serializer: <c>akka.actor.serializers.json</c>.</summary>
public sealed class RefusingJsonSerializer : RefusingSerializer
{
    /// <summary>As Akka.NET makes one for which it has settings.</summary>
    /// <param name="system">The system that it is registered with.</param>
    /// <param name="settings">Those of the JSON serializer, which are not looked at.</param>
    public RefusingJsonSerializer(ExtendedActorSystem system, Config settings) : base(system, "A message in JSON") => _ = settings;

    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.Json;
}
