using Akka.Actor;

namespace Akka.Serialization;

/// <summary>Serializes null.</summary>
public class NullSerializer : Serializer
{
    /// <summary>Makes the serializer.</summary>
    /// <param name="system">The actor system it belongs to.</param>
    public NullSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <summary>Always 0.</summary>
    public override int Identifier => 0;

    /// <inheritdoc />
    public override bool IncludeManifest => false;

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => [];

    /// <inheritdoc />
    public override object? FromBinary(byte[] bytes, Type? type) => null;
}
