using System.Text;
using Google.Protobuf;

namespace RemoteGuard.Wire;

/// <summary>The frames that the guard itself makes.</summary>
internal static class OwnFrames
{
    private const int Disassociate = 4;

    /// <summary>The goodbye of a peer that shuts down.</summary>
    public static ByteString ShuttingDown { get; } = Message(frame => Nested(frame, 2, control =>
    {
        control.WriteTag(1, WireFormat.WireType.Varint);
        control.WriteInt32(Disassociate);
    }));

    /// <summary>Asks an actor who it is.</summary>
    /// <param name="recipient">The actor's path with its address.</param>
    /// <param name="sender">The path, with its address, of the actor that gets the answer.</param>
    /// <param name="id">Comes back in the answer.</param>
    public static ByteString Identify(ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> sender, string id)
    {
        var to = ByteString.CopyFrom(recipient);
        var from = ByteString.CopyFrom(sender);
        return Message(frame => Nested(frame, 1, container => Nested(container, 2, envelope =>
        {
            Nested(envelope, 1, reference => Bytes(reference, 1, to));
            Nested(envelope, 2, payload => Serialized(payload, AkkaSerializers.Misc, "ID", Message(identify =>
                Nested(identify, 1, inner => Serialized(inner, AkkaSerializers.Primitive, "S", ByteString.CopyFromUtf8(id))))));
            Nested(envelope, 4, reference => Bytes(reference, 1, from));
            envelope.WriteTag(5, WireFormat.WireType.Fixed64);
            envelope.WriteFixed64(Frame.NoNumber);
        })));
    }

    /// <summary>Reads the id of an answer to <see cref="Identify"/>.</summary>
    public static bool TryReadAnswer(scoped in Payload payload, out string id)
    {
        id = "";
        if (payload.Serializer != AkkaSerializers.Misc || !payload.Manifest.SequenceEqual("AID"u8))
            return false;
        var fields = new FieldReader(payload.Content);
        if (!fields.Next() || !fields.Is(1, WireType.Bytes) || !Payload.TryRead(fields.Bytes, out var text))
            return false;
        id = Encoding.ASCII.GetString(text.Content);
        return true;
    }

    private static void Serialized(CodedOutputStream payload, int serializer, string manifest, ByteString content)
    {
        Bytes(payload, 1, content);
        payload.WriteTag(2, WireFormat.WireType.Varint);
        payload.WriteInt32(serializer);
        Bytes(payload, 3, ByteString.CopyFrom(manifest, Encoding.ASCII));
    }

    private static void Nested(CodedOutputStream output, int number, Action<CodedOutputStream> write) => Bytes(output, number, Message(write));

    private static void Bytes(CodedOutputStream output, int number, ByteString value)
    {
        output.WriteTag(number, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(value);
    }

    private static ByteString Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
            write(output);
        return ByteString.CopyFrom(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
