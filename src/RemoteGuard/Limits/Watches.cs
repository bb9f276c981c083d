using System.Text;
using RemoteGuard.Rules;

namespace RemoteGuard.Limits;

/// <summary>
/// The actors that a peer watches here. An actor keeps a watcher until it unwatches or the actor ends, so the guard unwatches for a
/// peer that is forgotten. If an actor does not exist, Akka.Remote tells the peer, and keeps that message until it is confirmed.
/// </summary>
/// <param name="limit">How many missing actors all peers may watch: for each, Akka.Remote keeps a message of a kilobyte or more.</param>
internal sealed class Watches(CountLimit limit)
{
    private const int MostWatched = 1000;

    private readonly object _gate = new();
    private readonly HashSet<string> _watched = new(StringComparer.Ordinal);
    private int _missing;

    /// <summary>The peer's remote watcher, with its address; null until it has watched an actor.</summary>
    public string? Watcher { get; private set; }

    /// <summary>Takes a message that the other rules let pass.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isKnown">Whether this node has made the watched actor known, or the settings name it.</param>
    public Verdict Take(scoped in WatchMessage message, bool isKnown)
    {
        var (watchee, watcher) = (Encoding.ASCII.GetString(message.Watchee), Encoding.ASCII.GetString(message.Watcher));
        lock (_gate)
        {
            Watcher ??= watcher;
            if (watcher != Watcher)
                return Verdict.Close("it watches in the name of two");
            if (message.IsUnwatch)
                _watched.Remove(watchee);
            else if (!isKnown)
                return limit.TryAdd() ? Miss() : Verdict.Close("peers watch too many actors that are not there");
            else if (_watched.Count >= MostWatched && !_watched.Contains(watchee))
                return Verdict.Close("it watches too many actors");
            else
                _watched.Add(watchee);
            return Verdict.Pass;
        }
    }

    /// <summary>The peer is forgotten.</summary>
    /// <returns>The actors that it watches, with this node's address.</returns>
    public IReadOnlyCollection<string> End()
    {
        lock (_gate)
        {
            limit.Remove(_missing);
            _missing = 0;
            string[] watched = [.. _watched];
            _watched.Clear();
            return watched;
        }
    }

    private Verdict Miss()
    {
        _missing++;
        return Verdict.Pass;
    }
}
