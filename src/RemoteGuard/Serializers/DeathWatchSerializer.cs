using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization;
using Akka.Serialization;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>
/// Replaces the serializer for all system messages, because some carry exceptions of any type:
/// <c>akka.actor.serializers.akka-system-msg</c>. It reads those of death watch.
/// </summary>
/// <param name="system">The system that it is registered with.</param>
public sealed class DeathWatchSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private static readonly Dictionary<string, Type> Read = new[] { typeof(Watch), typeof(Unwatch), typeof(DeathWatchNotification) }
        .ToDictionary(type => $"{type.FullName}, {type.Assembly.GetName().Name}", StringComparer.Ordinal);

    private readonly SystemMessageSerializer _akkas = new(system);

    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.SystemMessages;

    /// <inheritdoc />
    public override string Manifest(object o) => $"{o.GetType().FullName}, {o.GetType().Assembly.GetName().Name}";

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => _akkas.ToBinary(obj);

    /// <summary>Reads a message of death watch.</summary>
    /// <exception cref="SerializationException">The manifest names another system message.</exception>
    public override object FromBinary(byte[] bytes, string manifest) => Read.TryGetValue(manifest, out var type)
        ? _akkas.FromBinary(bytes, type)
        : throw new SerializationException($"The system message {manifest} is refused: it is none of death watch.");
}
