using System.Buffers.Binary;
using Google.Protobuf;

namespace BotNode.Tests.Network;

/// <summary>Frames of Akka.Remote, written by hand: what no actor system of ours would send.</summary>
internal static class Frames
{
    // What an ordinary message has where a system message has its number.
    private const ulong NoNumber = ulong.MaxValue;

    private const int Associate = 1;
    private const int AkkaMiscSerializer = 16;
    private const int PrimitiveSerializer = 17;

    /// <summary>The first frame on a connection: who calls.</summary>
    public static byte[] Handshake(string system, int port) => Framed(Message(control => control
        .Field(2, Message(instruction => instruction
            .Field(1, Associate)
            .Field(2, Message(info => info.Field(1, AddressOf(system, port)).Fixed(2, 42)))))));

    /// <summary>A message to an actor from nobody, in bytes of a serializer.</summary>
    public static byte[] Tell(string recipient, int serializer, string manifest, byte[] bytes) =>
        Envelope(recipient, Payload(serializer, manifest, bytes), sender: null);

    /// <summary>Asks an actor who it is.</summary>
    public static byte[] Identify(string recipient, string sender)
    {
        var id = Payload(PrimitiveSerializer, "S", "who"u8.ToArray());
        return Envelope(recipient, Payload(AkkaMiscSerializer, "ID", Message(identify => identify.Field(1, id))), sender);
    }

    /// <summary>Puts the length before it, or another one.</summary>
    public static byte[] Framed(byte[] content, int? length = null)
    {
        var frame = new byte[sizeof(int) + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, length ?? content.Length);
        content.CopyTo(frame, sizeof(int));
        return frame;
    }

    private static byte[] Envelope(string recipient, byte[] payload, string? sender) => Framed(Message(frame => frame
        .Field(1, Message(container => container
            .Field(2, Message(envelope =>
            {
                envelope.Field(1, Reference(recipient)).Field(2, payload);
                if (sender is not null)
                    envelope.Field(4, Reference(sender));
                envelope.Fixed(5, NoNumber);
            }))))));

    private static byte[] AddressOf(string system, int port) => Message(address => address
        .Field(1, System.Text.Encoding.UTF8.GetBytes(system)).Field(2, "127.0.0.1"u8.ToArray()).Field(3, port).Field(4, "tcp"u8.ToArray()));

    private static byte[] Reference(string path) => Message(reference => reference.Field(1, System.Text.Encoding.UTF8.GetBytes(path)));

    private static byte[] Payload(int serializer, string manifest, byte[] bytes) => Message(payload => payload
        .Field(1, bytes).Field(2, serializer).Field(3, System.Text.Encoding.UTF8.GetBytes(manifest)));

    private static byte[] Message(Action<Fields> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes))
            write(new Fields(output));
        return bytes.ToArray();
    }

    private sealed class Fields(CodedOutputStream output)
    {
        public Fields Field(int number, byte[] value)
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
            return this;
        }

        public Fields Field(int number, int value)
        {
            output.WriteTag(number, WireFormat.WireType.Varint);
            output.WriteInt32(value);
            return this;
        }

        public void Fixed(int number, ulong value)
        {
            output.WriteTag(number, WireFormat.WireType.Fixed64);
            output.WriteFixed64(value);
        }
    }
}
