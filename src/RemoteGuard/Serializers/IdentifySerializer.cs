using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;
using RemoteGuard.Wire;

namespace RemoteGuard.Serializers;

/// <summary>
/// Replaces the serializer for Akka.NET's other messages, because some carry exceptions of any type, or a whole configuration:
/// <c>akka.actor.serializers.akka-misc</c>. It reads Identify, its answer, and heartbeats.
/// </summary>
/// <param name="system">The system that it is registered with.</param>
public sealed class IdentifySerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private readonly MiscMessageSerializer _akkas = new(system);

    /// <inheritdoc />
    public override int Identifier => AkkaSerializers.Misc;

    /// <inheritdoc />
    public override string Manifest(object o) => _akkas.Manifest(o);

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => _akkas.ToBinary(obj);

    /// <summary>Reads a message.</summary>
    /// <exception cref="SerializationException">The manifest names a message of Akka.NET that is not read.</exception>
    public override object FromBinary(byte[] bytes, string manifest) => manifest is "ID" or "AID" or "RWHB" or "RWHR"
        ? _akkas.FromBinary(bytes, manifest)
        : throw new SerializationException($"Akka.NET's message {manifest} is refused: it is neither Identify nor a sign of life.");
}
