using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// Incarnations of peers that have had system messages of ours, and nobody here knows any more how many: numbered from 0 again,
/// new ones would be repetitions to them. Thread safe.
/// </summary>
/// <param name="limit">How many there may be; of too many the oldest goes.</param>
internal sealed class LostIncarnations(int limit)
{
    private readonly HashSet<(Address Peer, int Uid)> _known = [];
    private readonly Queue<(Address Peer, int Uid)> _oldestFirst = new();
    private readonly Lock _gate = new();

    internal void Add(Address peer, int uid)
    {
        lock (_gate)
        {
            if (!_known.Add((peer, uid)))
                return;
            _oldestFirst.Enqueue((peer, uid));
            if (_oldestFirst.Count > limit)
                _known.Remove(_oldestFirst.Dequeue());
        }
    }

    internal bool Contains(Address peer, int uid)
    {
        lock (_gate)
            return _known.Contains((peer, uid));
    }
}
