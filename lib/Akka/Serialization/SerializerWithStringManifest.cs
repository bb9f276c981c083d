using Akka.Actor;
using Akka.Util;

namespace Akka.Serialization;

/// <summary>A serializer that says in a text of its own, the manifest, what the bytes are. The kind to derive from.</summary>
public abstract class SerializerWithStringManifest : Serializer
{
    /// <summary>Keeps the actor system.</summary>
    /// <param name="system">The actor system it belongs to.</param>
    protected SerializerWithStringManifest(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <summary>Always true.</summary>
    public sealed override bool IncludeManifest => true;

    /// <summary>Turns bytes into an object, with the type's name as manifest.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">The type.</param>
    /// <returns>The object.</returns>
    public sealed override object? FromBinary(byte[] bytes, Type? type) =>
        FromBinary(bytes, type?.TypeQualifiedName() ?? "");

    /// <summary>Turns bytes into an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="manifest">What <see cref="Manifest"/> said.</param>
    /// <returns>The object.</returns>
    public abstract object FromBinary(byte[] bytes, string manifest);

    /// <summary>What the bytes of an object are.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The manifest; short, and never changed once in use.</returns>
    public abstract string Manifest(object o);
}
