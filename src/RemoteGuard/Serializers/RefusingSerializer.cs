using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;

namespace RemoteGuard.Serializers;

/// <summary>
/// Replaces a serializer of Akka.NET that creates whatever type a message from the network names. It reads and writes nothing. Its
/// manifests are text: for a serializer of another kind, Akka.NET looks for the type that a manifest names before it asks the serializer.
/// </summary>
public abstract class RefusingSerializer : SerializerWithStringManifest
{
    private readonly string _of;

    private protected RefusingSerializer(ExtendedActorSystem system, string of) : base(system) => _of = of;

    /// <summary>Throws.</summary>
    /// <exception cref="SerializationException">Always.</exception>
    public sealed override string Manifest(object o) => throw NotWritten(o);

    /// <summary>Throws.</summary>
    /// <exception cref="SerializationException">Always.</exception>
    public sealed override byte[] ToBinary(object obj) => throw NotWritten(obj);

    /// <summary>Throws.</summary>
    /// <exception cref="SerializationException">Always.</exception>
    public sealed override object FromBinary(byte[] bytes, string manifest) =>
        throw new SerializationException($"{_of} is refused: it could name any type.");

    private static SerializationException NotWritten(object message) =>
        new($"{message.GetType()} has no serializer; bind one in akka.actor.serialization-bindings.");
}
