using System.Buffers.Binary;

namespace RemoteGuard.Wire;

/// <summary>The layout in which Akka.Remote itself writes an ordinary message, field after field; nearly all frames have it.</summary>
internal ref partial struct Frame
{
    private const byte First = (1 << 3) | (int)WireType.Bytes;
    private const byte Second = (2 << 3) | (int)WireType.Bytes;
    private const byte Fourth = (4 << 3) | (int)WireType.Bytes;
    private const byte FifthNumber = (5 << 3) | (int)WireType.Fixed64;

    /// <summary>Reads a frame of that layout; false for any other one, good or not.</summary>
    private bool TryReadUsual(ReadOnlySpan<byte> bytes)
    {
        if (!TryTake(ref bytes, First, out var container) || !bytes.IsEmpty || !TryTake(ref container, Second, out var envelope) || !container.IsEmpty)
            return false;
        if (!TryTake(ref envelope, First, out var addressee) || !TryTake(ref addressee, First, out var recipient) || !addressee.IsEmpty)
            return false;
        if (!TryTake(ref envelope, Second, out var message) || !Payload.TryReadUsual(message, out var payload))
            return false;
        ReadOnlySpan<byte> sender = default;
        if (TryTake(ref envelope, Fourth, out var author) && (!TryTake(ref author, First, out sender) || sender.IsEmpty || !author.IsEmpty))
            return false;
        if (envelope.Length != 1 + sizeof(ulong) || envelope[0] != FifthNumber)
            return false;
        Recipient = recipient;
        Sender = sender;
        Payload = payload;
        Number = BinaryPrimitives.ReadUInt64LittleEndian(envelope[1..]);
        Kind = FrameKind.Message;
        return true;
    }

    /// <summary>Takes a field of bytes from the beginning, if it has this key and is complete.</summary>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> from, byte key, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (from.Length < 2 || from[0] != key)
            return false;
        int length = from[1];
        var at = 2;
        if (length > 0x7F)
        {
            // Two bytes of length reach 16 kB; longer fields may take longer.
            if (from.Length < 3 || from[2] > 0x7F)
                return false;
            length = (length & 0x7F) | (from[2] << 7);
            at = 3;
        }

        if (from.Length - at < length)
            return false;
        value = from.Slice(at, length);
        from = from[(at + length)..];
        return true;
    }
}
