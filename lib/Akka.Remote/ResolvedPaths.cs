using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// References by the paths they came under. Kept is only what can't change its meaning: actors elsewhere, and actors here under a
/// path with a uid, which no later actor gets.
/// </summary>
internal sealed class ResolvedPaths
{
    // Then all is forgotten: a peer that makes up paths costs no more memory than this.
    private const int Capacity = 4096;
    private const int LongestPath = 512;

    private readonly ConcurrentDictionary<string, IActorRef> _byPath = new(StringComparer.Ordinal);

    internal IActorRef? Find(string path) => _byPath.GetValueOrDefault(path);

    internal void Keep(string path, IActorRef actor)
    {
        if (path.Length > LongestPath)
            return;
        if (actor is not (RemoteActorRef or ActorRefWithCell { IsTerminated: false }) || !path.Contains('#', StringComparison.Ordinal))
            return;
        if (_byPath.Count >= Capacity)
            _byPath.Clear();
        _byPath[path] = actor;
    }
}
