using System.Buffers.Binary;

namespace RemoteGuard.Wire;

/// <summary>How a field's value is written.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}

/// <summary>
/// Reads the fields of a protobuf message one after the other, without a copy. It is stricter than a parser: if two parsers could
/// read a message differently, for example because a field is given twice, the message is broken.
/// </summary>
/// <param name="message">The message.</param>
internal ref struct FieldReader(ReadOnlySpan<byte> message)
{
    private const int LongestVarint = 10;
    private const int MostNumbers = 32;

    private ReadOnlySpan<byte> _rest = message;
    private uint _seen;

    /// <summary>Whether what was read so far is not a valid message.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The field's number.</summary>
    public int Number { get; private set; }

    /// <summary>How the field's value is written.</summary>
    public WireType Type { get; private set; }

    /// <summary>The value of a field of bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The value of a field that is a number.</summary>
    public ulong Value { get; private set; }

    /// <summary>Whether the field has this number and is written in this way.</summary>
    public readonly bool Is(int number, WireType type) => Number == number && Type == type;

    /// <summary>Reads the next field.</summary>
    /// <param name="repeated">The number of the one field that may come more than once; 0 for none.</param>
    /// <returns>Whether there was one.</returns>
    public bool Next(int repeated = 0)
    {
        if (_rest.IsEmpty || IsBroken)
            return false;
        if (!ReadVarint(out var key) || key >> 3 is 0 or >= MostNumbers)
            return Break();
        Number = (int)(key >> 3);
        Type = (WireType)(key & 7);
        var bit = 1u << Number;
        if ((_seen & bit) != 0 && Number != repeated)
            return Break();
        _seen |= bit;
        return ReadValue() || Break();
    }

    private bool ReadValue()
    {
        switch (Type)
        {
            case WireType.Varint:
                if (!ReadVarint(out var number))
                    return false;
                Value = number;
                return true;
            case WireType.Fixed64:
                if (_rest.Length < sizeof(ulong))
                    return false;
                Value = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
                _rest = _rest[sizeof(ulong)..];
                return true;
            case WireType.Bytes:
                if (!ReadVarint(out var length) || length > (ulong)_rest.Length)
                    return false;
                Bytes = _rest[..(int)length];
                _rest = _rest[(int)length..];
                return true;
            default:
                // No message of Akka.Remote has a field of another kind.
                return false;
        }
    }

    private bool ReadVarint(out ulong value)
    {
        value = 0;
        var most = Math.Min(LongestVarint, _rest.Length);
        for (var at = 0; at < most; at++)
        {
            var part = _rest[at];
            if (at == LongestVarint - 1 && part > 1)
                return false;
            value |= (ulong)(part & 0x7F) << (7 * at);
            if (part > 0x7F)
                continue;
            _rest = _rest[(at + 1)..];
            return true;
        }

        return false;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }
}
