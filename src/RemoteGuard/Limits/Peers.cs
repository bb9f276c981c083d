using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>The peers that have said who they are, and what is kept of those that have gone.</summary>
/// <param name="remembered">Of how many that have gone something is kept at most.</param>
/// <param name="keptFor">For how long; Akka.Remote keeps it as long (akka.remote.quarantine-after-silence).</param>
/// <param name="time">The clock.</param>
internal sealed class Peers(int remembered, TimeSpan keptFor, TimeProvider time)
{
    /// <summary>An incarnation that is connected and has not sent a frame for this long has to make room for another one. It sends one every 4 s at least.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(15);

    private readonly object _gate = new();
    private readonly Dictionary<Handshake, Peer> _peers = [];
    private readonly Dictionary<string, Peer> _incumbents = new(StringComparer.Ordinal);
    private readonly LinkedList<Peer> _gone = new();

    /// <summary>A peer says who it is on a new connection.</summary>
    /// <param name="who">Who it is.</param>
    /// <param name="isSure">Whether it is that node, since this one has connected to its address.</param>
    /// <param name="former">Another incarnation of it that is no more: its connections are to be closed.</param>
    /// <returns>The peer; null when another incarnation of it is connected and alive.</returns>
    public Peer? Enter(Handshake who, bool isSure, out Peer? former)
    {
        former = null;
        lock (_gate)
        {
            if (_incumbents.TryGetValue(who.Root, out var incumbent) && incumbent.Who != who)
            {
                if (!isSure && !incumbent.HasBeenSilent(time, SilenceLimit))
                    return null;
                former = incumbent;
            }

            if (!_peers.TryGetValue(who, out var peer))
                _peers[who] = peer = new Peer(who);
            if (peer.Place is { } place)
            {
                _gone.Remove(place);
                peer.Place = null;
            }

            peer.Connections++;
            _incumbents[who.Root] = peer;
            return peer;
        }
    }

    /// <summary>Whether Akka.Remote may forget a peer when this connection ends: it is the last one, and nothing is to be kept, or too much would be.</summary>
    public bool MayForget(Peer peer)
    {
        lock (_gate)
        {
            ForgetOld();
            return peer.Connections <= 1 && (!peer.HasSystemMessages || _gone.Count >= remembered);
        }
    }

    /// <summary>A connection of a peer has ended.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="isForgotten">Whether Akka.Remote was told to forget it.</param>
    public void Leave(Peer peer, bool isForgotten)
    {
        lock (_gate)
        {
            if (--peer.Connections > 0)
                return;
            if (_incumbents.TryGetValue(peer.Who.Root, out var incumbent) && incumbent == peer)
                _incumbents.Remove(peer.Who.Root);
            if (isForgotten || !peer.HasSystemMessages)
                _peers.Remove(peer.Who);
            else
                peer.Keep(_gone, time);
        }
    }

    private void ForgetOld()
    {
        while (_gone.First is { } first && time.GetElapsedTime(first.Value.GoneAt) > keptFor)
        {
            _gone.RemoveFirst();
            first.Value.Place = null;
            _peers.Remove(first.Value.Who);
        }
    }
}
