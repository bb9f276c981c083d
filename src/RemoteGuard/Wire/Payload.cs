namespace RemoteGuard.Wire;

/// <summary>A serialized message, and what it was serialized with.</summary>
internal ref struct Payload
{
    /// <summary>The message.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The number of the serializer.</summary>
    public int Serializer { get; private set; }

    /// <summary>Tells the serializer what the message is.</summary>
    public ReadOnlySpan<byte> Manifest { get; private set; }

    /// <summary>Reads one with its fields in order and a number below 16,384; false for any other one, good or not.</summary>
    public static bool TryReadUsual(ReadOnlySpan<byte> bytes, out Payload payload)
    {
        const byte First = (1 << 3) | (int)WireType.Bytes;
        const byte SecondNumber = (2 << 3) | (int)WireType.Varint;
        const byte Third = (3 << 3) | (int)WireType.Bytes;
        payload = default;
        if (!Frame.TryTake(ref bytes, First, out var content) || bytes.Length < 2 || bytes[0] != SecondNumber)
            return false;
        int serializer = bytes[1];
        var at = 2;
        if (serializer > 0x7F)
        {
            if (bytes.Length < 3 || bytes[2] > 0x7F)
                return false;
            serializer = (serializer & 0x7F) | (bytes[2] << 7);
            at = 3;
        }

        bytes = bytes[at..];
        _ = Frame.TryTake(ref bytes, Third, out var manifest);
        payload.Content = content;
        payload.Serializer = serializer;
        payload.Manifest = manifest;
        return bytes.IsEmpty;
    }

    /// <summary>Reads one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Payload payload)
    {
        payload = default;
        var fields = new FieldReader(bytes);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes))
                payload.Content = fields.Bytes;
            else if (fields.Is(2, WireType.Varint))
                payload.Serializer = unchecked((int)fields.Value);
            else if (fields.Is(3, WireType.Bytes))
                payload.Manifest = fields.Bytes;
            else
                return false;
        }

        return !fields.IsBroken;
    }
}
