using Akka.Actor;

namespace Akka.Serialization;

/// <summary>Takes byte arrays as they are.</summary>
public class ByteArraySerializer : Serializer
{
    /// <summary>Makes the serializer.</summary>
    /// <param name="system">The actor system it belongs to.</param>
    public ByteArraySerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <inheritdoc />
    public override bool IncludeManifest => false;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">It is no byte array.</exception>
    public override byte[] ToBinary(object obj) => obj switch
    {
        null => null!,
        byte[] bytes => bytes,
        _ => throw new NotSupportedException($"A byte[] is needed, not {obj.GetType()}."),
    };

    /// <inheritdoc />
    public override object? FromBinary(byte[] bytes, Type? type) => bytes;
}
