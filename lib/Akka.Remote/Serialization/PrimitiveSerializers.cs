using System.Buffers.Binary;
using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace Akka.Remote.Serialization;

/// <summary>Strings as UTF-8, int and long as 4 and 8 bytes, little-endian.</summary>
public sealed class PrimitiveSerializers : SerializerWithStringManifest
{
    // All of these are understood, and the .NET Framework's names too.
    private const string ShortStringManifest = "S";
    private const string ShortIntManifest = "I";
    private const string ShortLongManifest = "L";
    private const string StringManifest = "System.String, System.Private.CoreLib";
    private const string IntManifest = "System.Int32, System.Private.CoreLib";
    private const string LongManifest = "System.Int64, System.Private.CoreLib";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly bool _longManifests;

    /// <summary>A serializer for <paramref name="system"/>; reads <c>use-legacy-behavior</c>, whether manifests are the types' .NET names.</summary>
    public PrimitiveSerializers(ExtendedActorSystem system, Config config) : base(system) =>
        _longManifests = config.GetBoolean("use-legacy-behavior", true);

    /// <inheritdoc />
    public override byte[] ToBinary(object obj)
    {
        switch (obj)
        {
            case string text:
                return Encoding.UTF8.GetBytes(text);
            case int number:
                var four = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(four, number);
                return four;
            case long number:
                var eight = new byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(eight, number);
                return eight;
            default:
                throw new ArgumentException($"{obj?.GetType().Name} is none of string, int, long", nameof(obj));
        }
    }

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        StringManifest or "System.String, mscorlib" or ShortStringManifest => ReadText(bytes),
        IntManifest or "System.Int32, mscorlib" or ShortIntManifest => BinaryPrimitives.ReadInt32LittleEndian(Exactly(sizeof(int), bytes)),
        LongManifest or "System.Int64, mscorlib" or ShortLongManifest => BinaryPrimitives.ReadInt64LittleEndian(Exactly(sizeof(long), bytes)),
        _ => throw new SerializationException($"manifest '{manifest}' is none of string, int, long"),
    };

    /// <inheritdoc />
    public override string Manifest(object o) => o switch
    {
        string => _longManifests ? StringManifest : ShortStringManifest,
        int => _longManifests ? IntManifest : ShortIntManifest,
        long => _longManifests ? LongManifest : ShortLongManifest,
        _ => throw new ArgumentException($"{o?.GetType().Name} is none of string, int, long", nameof(o)),
    };

    private static string ReadText(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new SerializationException($"{bytes.Length} bytes are no UTF-8", e);
        }
    }

    private static byte[] Exactly(int length, byte[] bytes) => bytes.Length == length
        ? bytes
        : throw new SerializationException($"a number of {length} bytes came with {bytes.Length}");
}
