namespace RemoteGuard.Wire;

/// <summary>A serialized message, and what it was serialized with.</summary>
internal ref struct Payload
{
    /// <summary>The message.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The number of the serializer.</summary>
    public int Serializer { get; private set; }

    /// <summary>What tells the serializer what the message is.</summary>
    public ReadOnlySpan<byte> Manifest { get; private set; }

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
