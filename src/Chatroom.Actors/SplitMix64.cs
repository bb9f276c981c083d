using System.Text;

namespace Chatroom.Actors;

/// <summary>SplitMix64: a fixed algorithm, so that the same seed gives the same numbers in any process and any .NET version.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A separate generator for everything that can be named: the same seed and parts give the same numbers.</summary>
    public static SplitMix64 For(long seed, params ReadOnlySpan<string> parts)
    {
        // FNV-1a over the parts, each ended by a byte that UTF-8 never has.
        var hash = 0xCBF29CE484222325UL;
        foreach (var part in parts)
        {
            foreach (var one in Encoding.UTF8.GetBytes(part))
            {
                hash = (hash ^ one) * 0x100000001B3UL;
            }
            hash = (hash ^ 0xFF) * 0x100000001B3UL;
        }
        return new SplitMix64(new SplitMix64((ulong)seed).Next() ^ hash);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
