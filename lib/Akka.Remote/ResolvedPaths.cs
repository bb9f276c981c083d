using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// References by the paths they came under, as they stand in envelopes. Kept is only what can't change its meaning: actors
/// elsewhere, and actors here under a path with a uid, which no later actor gets.
/// </summary>
internal sealed class ResolvedPaths
{
    // Then all is forgotten: a peer that makes up paths costs no more memory than this.
    private const int Capacity = 4096;
    private const int LongestPath = 512;

    private readonly ConcurrentDictionary<byte[], IActorRef> _byPath = new(new SameBytes());
    private readonly ConcurrentDictionary<byte[], IActorRef>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;

    internal ResolvedPaths() => _bySpan = _byPath.GetAlternateLookup<ReadOnlySpan<byte>>();

    internal IActorRef? Find(ReadOnlySpan<byte> path) => _bySpan.TryGetValue(path, out var actor) ? actor : null;

    internal IActorRef? Find(string path)
    {
        Span<byte> bytes = stackalloc byte[LongestPath];
        return Encoding.UTF8.TryGetBytes(path, bytes, out var length) ? Find(bytes[..length]) : null;
    }

    internal void Keep(string path, IActorRef actor)
    {
        if (path.Length > LongestPath || !Ascii.IsValid(path))
            return;
        if (actor is not (RemoteActorRef or ActorRefWithCell { IsTerminated: false }) || !path.Contains('#', StringComparison.Ordinal))
            return;
        if (_byPath.Count >= Capacity)
            _byPath.Clear();
        _byPath[Encoding.ASCII.GetBytes(path)] = actor;
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
