namespace RemoteGuard.Tests.Wire;

/// <summary>Bytes that are nearly those of a good frame.</summary>
internal static class FrameMutation
{
    /// <summary>A frame's content with one to six changes by chance.</summary>
    public static byte[] Of(Random random, IReadOnlyList<byte[]> good) => Of(good[random.Next(good.Count)], random, good);

    /// <summary>Bytes with one to six changes; some are pieces of good frames.</summary>
    public static byte[] Of(byte[] from, Random random, IReadOnlyList<byte[]> good)
    {
        var bytes = new List<byte>(from);
        for (var i = random.Next(1, 7); i > 0; i--)
            Change(bytes, random, good);
        return [.. bytes];
    }

    /// <summary>Bytes with nothing behind them.</summary>
    public static byte[] Noise(Random random, int atMost)
    {
        var bytes = new byte[random.Next(atMost + 1)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Change(List<byte> bytes, Random random, IReadOnlyList<byte[]> good)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 16), bytes.Count - at);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 or 2 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3 when at < bytes.Count:
                // As a length, the most and the least there is.
                bytes[at] = random.Next(2) == 0 ? (byte)0 : (byte)0x7F;
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 6:
                bytes.InsertRange(at, Noise(random, 8));
                break;
            case 7:
                // A number that has no end, or a very great one.
                bytes.InsertRange(at, Enumerable.Repeat((byte)0xFF, random.Next(1, 12)));
                break;
            case 8:
                var other = good[random.Next(good.Count)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 60))]);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
