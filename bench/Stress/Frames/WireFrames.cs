using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Stress.Frames;

/// <summary>Contents of frames, built by hand, as the public API has none. The field numbers are Akka.Remote's and never change.</summary>
internal static class WireFrames
{
    /// <summary>The host in every address: what a changed frame makes a node connect to must be this machine.</summary>
    public const string Host = "127.0.0.1";

    // Nobody listens here.
    private const ulong Port = 1;

    private const int StringSerializer = 17;
    private const ulong Associate = 1;

    /// <summary>ASSOCIATE by an incarnation of the actor system of that name.</summary>
    public static byte[] Handshake(string system, int uid) => Field(
        2,
        Field(1, Associate),
        Field(
            2,
            Field(1, Field(1, Encoding.UTF8.GetBytes(system)), Field(2, Encoding.UTF8.GetBytes(Host)), Field(3, Port), Field(4, "tcp"u8)),
            Fixed(2, (ulong)uid)));

    /// <summary>A text for the actor at <paramref name="path"/>.</summary>
    public static byte[] Message(string path, string text) => Field(
        1,
        Field(
            2,
            Field(1, Field(1, Encoding.UTF8.GetBytes(path))),
            Field(2, Field(1, Encoding.UTF8.GetBytes(text)), Field(2, StringSerializer), Field(3, "S"u8)),
            Fixed(5, ulong.MaxValue)));

    /// <summary>A frame with its length before it.</summary>
    public static byte[] Whole(ReadOnlySpan<byte> content)
    {
        var frame = new byte[sizeof(int) + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.CopyTo(frame.AsSpan(sizeof(int)));
        return frame;
    }

    /// <summary>The path of an actor of the strangers.</summary>
    public static string AddressOf(string system) => $"akka.tcp://{system}@{Host}:{Port}";

    /// <summary>A recorded frame with other texts in it, wherever they stand, and the lengths around them mended.</summary>
    public static ByteString Replaced(ByteString message, string from, string to)
    {
        if (message.Span.IndexOf(Encoding.UTF8.GetBytes(from)) < 0)
            return message;
        if (message.Span.StartsWith("akka."u8))
            return ByteString.CopyFromUtf8(message.ToStringUtf8().Replace(from, to, StringComparison.Ordinal));

        using var stream = new MemoryStream();
        using var output = new CodedOutputStream(stream);
        using var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            output.WriteTag(tag);
            switch (WireFormat.GetTagWireType(tag))
            {
                case WireFormat.WireType.Varint:
                    output.WriteUInt64(input.ReadUInt64());
                    break;
                case WireFormat.WireType.Fixed64:
                    output.WriteFixed64(input.ReadFixed64());
                    break;
                default:
                    output.WriteBytes(Replaced(input.ReadBytes(), from, to));
                    break;
            }
        }

        output.Flush();
        return ByteString.CopyFrom(stream.ToArray());
    }

    private static byte[] Field(int number, params byte[][] parts) => Field(number, parts.SelectMany(static part => part).ToArray().AsSpan());

    private static byte[] Field(int number, ReadOnlySpan<byte> content) =>
        [.. Varint(WireFormat.MakeTag(number, WireFormat.WireType.LengthDelimited)), .. Varint((ulong)content.Length), .. content];

    private static byte[] Field(int number, ulong value) => [.. Varint(WireFormat.MakeTag(number, WireFormat.WireType.Varint)), .. Varint(value)];

    private static byte[] Fixed(int number, ulong value) => [.. Varint(WireFormat.MakeTag(number, WireFormat.WireType.Fixed64)), .. BitConverter.GetBytes(value)];

    private static List<byte> Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return bytes;
    }
}
