using System.Text;

namespace ActorSimulation;

/// <summary>
/// A generator of chance that gives the same numbers for the same seed in any process and any version of .NET: SplitMix64
/// (https://prng.di.unimi.it/splitmix64.c). It is not safe against guessing.
/// </summary>
/// <param name="seed">Where it begins.</param>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for each purpose, so that one more draw for one does not change the others.</summary>
    /// <param name="seed">The seed of the world.</param>
    /// <param name="purpose">What it is for.</param>
    public static Chance For(long seed, string purpose)
    {
        // FNV-1a.
        var hash = 0xCBF29CE484222325UL;
        foreach (var one in Encoding.UTF8.GetBytes(purpose))
            hash = (hash ^ one) * 0x100000001B3UL;
        return new Chance(new Chance((ulong)seed).Next() ^ hash);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="count"/> - 1; 0 if there is no other.</summary>
    public int Below(int count) => count <= 1 ? 0 : (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>A number from 0 to 1, 1 excluded.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Fills bytes.</summary>
    public void Fill(Span<byte> bytes)
    {
        foreach (ref var one in bytes)
            one = (byte)Next();
    }

    /// <summary>A time span between two others, both included.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        new(least.Ticks + (long)Math.BigMul(Next(), (ulong)(most.Ticks - least.Ticks) + 1, out _));

    /// <summary>One of several.</summary>
    /// <param name="items">At least one.</param>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
