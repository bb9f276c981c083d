using System.Runtime.InteropServices;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Serialization;

/// <summary>Objects as <see cref="Payload"/> and back. A peer's manifest never makes us look for a type.</summary>
internal static class WireSerialization
{
    // A message in a selection, an answer in a Status: real ones go two or three deep.
    private const int MaximumDepth = 32;

    [ThreadStatic]
    private static int _depth;

    /// <summary>Serializes by the serializer bound to the object's type.</summary>
    internal static Payload ToPayload(ExtendedActorSystem system, object? message)
    {
        var serializer = system.Serialization.FindSerializerFor(message);
        var payload = new Payload
        {
            Message = UnsafeByteOperations.UnsafeWrap(serializer.ToBinary(message!)),
            SerializerId = serializer.Identifier,
        };
        var manifest = Akka.Serialization.Serialization.ManifestFor(serializer, message);
        if (manifest.Length > 0)
            payload.MessageManifest = ByteString.CopyFromUtf8(manifest);
        return payload;
    }

    /// <summary>Reads an object.</summary>
    /// <exception cref="SerializationException">There is no such serializer, or it can't read this; the message says which.</exception>
    internal static object FromPayload(ExtendedActorSystem system, Payload payload) =>
        FromPayload(system, payload.SerializerId, ToArray(payload.Message), payload.MessageManifest.ToStringUtf8());

    /// <summary>Reads an object.</summary>
    /// <exception cref="SerializationException">There is no such serializer, or it can't read this; the message says which.</exception>
    internal static object FromPayload(ExtendedActorSystem system, int serializerId, byte[] bytes, string manifest)
    {
        // Each one inside another is bytes of its own, so Protobuf's limit on nesting never sees more than one.
        if (_depth == MaximumDepth)
            throw new SerializationException($"payloads are nested deeper than {MaximumDepth}");
        _depth++;
        try
        {
            return Read(system, serializerId, bytes, manifest);
        }
        finally
        {
            _depth--;
        }
    }

    private static object Read(ExtendedActorSystem system, int serializerId, byte[] bytes, string manifest)
    {
        var serializer = system.Serialization.GetSerializerById(serializerId)
            ?? throw new SerializationException($"there is no serializer with id {serializerId}");
        var message = serializer switch
        {
            SerializerWithStringManifest named => named.FromBinary(bytes, manifest),
            IKnownTypes known => serializer.FromBinary(bytes, known.TypeOf(manifest)),
            { IncludeManifest: false } => serializer.FromBinary(bytes, null!),
            _ => throw new SerializationException(
                $"serializer {serializer.GetType().Name} wants a type named by the sender, which is refused; use a SerializerWithStringManifest"),
        };
        return message ?? throw new SerializationException($"serializer {serializerId} read nothing from {bytes.Length} bytes");
    }

    /// <summary>The whole array behind the bytes where there is one, else a copy.</summary>
    internal static byte[] ToArray(ByteString bytes) =>
        MemoryMarshal.TryGetArray(bytes.Memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToByteArray();

    /// <summary>A reference as a full path, by the address in force for the connection.</summary>
    internal static ActorRefData ToWire(IActorRef actor) => new() { Path = Akka.Serialization.Serialization.SerializedActorPath(actor) };

    /// <summary>Parses, and says in one sentence what could not be.</summary>
    internal static T Parse<T>(MessageParser<T> parser, byte[] bytes) where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (Exception e) when (Malformed.Is(e))
        {
            throw new SerializationException($"{bytes.Length} bytes are no {typeof(T).Name}: {e.Message}", e);
        }
    }
}
