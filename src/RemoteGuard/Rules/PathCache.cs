using System.Buffers.Binary;

namespace RemoteGuard.Rules;

/// <summary>
/// Some of the paths that were found to be good, so that the next message with one costs little. A path pushes out another one in
/// the same place; a peer that makes up paths makes the guard slower, not wrong. Safe for many threads.
/// </summary>
internal sealed class PathCache
{
    private const int Slots = 1024;
    private const int LongestPath = 256;

    private readonly byte[]?[] _slots = new byte[]?[Slots];

    /// <summary>Whether a path is among them.</summary>
    public bool Contains(ReadOnlySpan<byte> path) => Volatile.Read(ref _slots[SlotOf(path)]) is { } good && path.SequenceEqual(good);

    /// <summary>Adds a path.</summary>
    public void Add(ReadOnlySpan<byte> path)
    {
        if (path.Length <= LongestPath)
            Volatile.Write(ref _slots[SlotOf(path)], path.ToArray());
    }

    // Paths differ at the end, most of all in the uid. It does not matter which ones share a slot.
    private static int SlotOf(ReadOnlySpan<byte> path)
    {
        const ulong Mix = 0x9E3779B97F4A7C15;
        var end = path.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(path[^sizeof(ulong)..]) : (ulong)path.Length;
        return (int)(unchecked((end + (ulong)path.Length) * Mix) >> (64 - 10));
    }
}
