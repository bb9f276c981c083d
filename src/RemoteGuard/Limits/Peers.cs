using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>
/// The peers that have said who they are, one for each address, and what is kept about those that have gone. It forgets a peer when
/// Akka.Remote does; otherwise the numbers of system messages would no longer mean the same to both. Time in which the process was
/// stopped makes a difference between the two only for peers that have gone.
/// </summary>
/// <param name="remembered">The most peers that have gone about which something is kept.</param>
/// <param name="keptFor">How long it is kept; Akka.Remote keeps it as long (akka.remote.quarantine-after-silence).</param>
/// <param name="onForgotten">Told which peer was forgotten.</param>
/// <param name="time">The clock.</param>
internal sealed class Peers(int remembered, TimeSpan keptFor, Action<Peer> onForgotten, TimeProvider time)
{
    /// <summary>A connected incarnation that has not sent a frame for this long must make room for another one. A living one sends one every 4 s at least.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(15);

    /// <summary>Peers that were connected for less than this get only half of the places to be remembered in, so they can't fill them.</summary>
    public static readonly TimeSpan ShortTime = TimeSpan.FromMinutes(1);

    private const int MostMissingWatched = 20_000;
    private const int MostEarly = 20_000;

    private readonly CountLimit _watches = new(MostMissingWatched);
    private readonly CountLimit _early = new(MostEarly);
    private readonly object _gate = new();
    private readonly Dictionary<string, Peer> _peers = new(StringComparer.Ordinal);
    private readonly LinkedList<Peer> _gone = new();

    /// <summary>A peer says who it is on a new connection.</summary>
    /// <param name="who">What it says about itself.</param>
    /// <param name="isInbound">Whether it opened the connection. If not, it is surely that node, because this one connected to its address.</param>
    /// <param name="former">The former peer of that address, silent or ended: its connections must be closed.</param>
    /// <returns>The peer; null if another one of that address is connected and alive.</returns>
    public Peer? Enter(Handshake who, bool isInbound, out Peer? former)
    {
        former = null;
        lock (_gate)
        {
            ForgetOld();
            if (!_peers.TryGetValue(who.Root, out var peer))
                return Enter(who, isInbound);
            var isOther = peer.Who != who;
            if (peer.Connections > 0 && (isOther || (isInbound && peer.Inbound > 0)))
            {
                if (isInbound && peer.SilentFor(time) < SilenceLimit)
                    return null;
                former = peer;
            }

            if (!isOther)
                return Enter(peer, isInbound);
            Forget(peer);
            return Enter(who, isInbound);
        }
    }

    /// <summary>Whether Akka.Remote may forget a peer when this connection ends: it is the last one, and nothing need be kept, or too much would be.</summary>
    public bool MayForget(Peer peer)
    {
        lock (_gate)
        {
            ForgetOld();
            var places = time.GetElapsedTime(peer.Since) < ShortTime ? remembered / 2 : remembered;
            return peer.Connections <= 1 && (!peer.HasSystemMessages || _gone.Count >= places);
        }
    }

    /// <summary>A connection of a peer has ended.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="isInbound">Whether the peer opened it.</param>
    /// <param name="isForgotten">Whether Akka.Remote has forgotten it.</param>
    public void Leave(Peer peer, bool isInbound, bool isForgotten)
    {
        lock (_gate)
        {
            peer.Connections--;
            if (isInbound)
                peer.Inbound--;
            if (peer.Connections > 0)
                return;
            // Nothing is kept about a peer that another one has replaced.
            if (isForgotten || !peer.HasSystemMessages || !IsKnown(peer))
            {
                Forget(peer);
                return;
            }

            peer.GoneAt = time.GetTimestamp();
            peer.Place = _gone.AddLast(peer);
        }
    }

    /// <summary>Akka.Remote gives up a peer that it can't connect to, and forgets the numbers of its system messages.</summary>
    /// <returns>The peer of that address if it is connected and has sent system messages: it must go, and begin again.</returns>
    public Peer? GiveUp(string root)
    {
        lock (_gate)
        {
            if (!_peers.TryGetValue(root, out var peer))
                return null;
            if (peer.Connections > 0)
                return peer.SystemMessages.HasBegun ? peer : null;
            Forget(peer);
            return null;
        }
    }

    private Peer Enter(Handshake who, bool isInbound) => Enter(_peers[who.Root] = new Peer(who, new Watches(_watches), new SystemMessageOrder(_early), time.GetTimestamp()), isInbound);

    private Peer Enter(Peer peer, bool isInbound)
    {
        if (peer.Place is { } place)
            _gone.Remove(place);
        peer.Place = null;
        peer.Hear();
        peer.Connections++;
        if (isInbound)
            peer.Inbound++;
        return peer;
    }

    private void Forget(Peer peer)
    {
        if (IsKnown(peer))
            _peers.Remove(peer.Who.Root);
        if (peer.Place is { } place)
            _gone.Remove(place);
        peer.Place = null;
        peer.SystemMessages.End();
        onForgotten(peer);
    }

    private bool IsKnown(Peer peer) => _peers.TryGetValue(peer.Who.Root, out var known) && known == peer;

    private void ForgetOld()
    {
        while (_gone.First is { } first && time.GetElapsedTime(first.Value.GoneAt) > keptFor)
            Forget(first.Value);
    }
}
