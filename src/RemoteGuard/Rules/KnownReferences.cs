using System.Diagnostics.CodeAnalysis;
using Paths = System.Collections.Concurrent.ConcurrentDictionary<byte[], byte>;

namespace RemoteGuard.Rules;

/// <summary>
/// The actors of this node that messages of this node have made known. There are two generations: when the young one is full, it
/// replaces the old one. Actors of the old one that were sent or spoken to meanwhile are kept.
/// </summary>
/// <param name="most">How many a generation holds at most; at least 1.</param>
internal sealed class KnownReferences(int most)
{
    private readonly object _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>Makes an actor known.</summary>
    /// <param name="path">Its path, without the address.</param>
    public void Add(ReadOnlySpan<byte> path)
    {
        var young = _young;
        if (young.HasLately(path))
            return;
        if (young.Add(path) > most)
            Turn(young);
    }

    /// <summary>Whether an actor is known.</summary>
    /// <param name="path">Its path, without the address.</param>
    public bool Contains(ReadOnlySpan<byte> path)
    {
        var young = _young;
        if (young.HasLately(path) || young.Contains(path))
            return true;
        if (!_old.Contains(path))
            return false;
        Add(path);
        return true;
    }

    private void Turn(Generation full)
    {
        lock (_turning)
        {
            if (_young != full)
                return;
            _old = full;
            _young = new Generation();
        }
    }

    private sealed class Generation
    {
        private readonly Paths.AlternateLookup<ReadOnlySpan<byte>> _paths = new Paths(BytesComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
        private readonly PathCache _lately = new();
        private int _count;

        public bool HasLately(ReadOnlySpan<byte> path) => _lately.Contains(path);

        public bool Contains(ReadOnlySpan<byte> path)
        {
            if (!_paths.ContainsKey(path))
                return false;
            _lately.Add(path);
            return true;
        }

        /// <summary>Adds a path, and returns how many there are.</summary>
        public int Add(ReadOnlySpan<byte> path)
        {
            var count = _paths.TryAdd(path, 0) ? Interlocked.Increment(ref _count) : _count;
            _lately.Add(path);
            return count;
        }
    }

    /// <summary>Equal bytes are equal.</summary>
    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Seeded in each process, so that nobody can choose paths of equal hash.
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
