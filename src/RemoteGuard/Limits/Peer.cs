using System.Text;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>One incarnation of another node's actor system.</summary>
/// <param name="who">Who it is.</param>
internal sealed class Peer(Handshake who)
{
    private volatile bool _hasBeenSent;
    private volatile int _frames;
    private (int Frames, long At)? _seenSilent;

    /// <summary>Who it is.</summary>
    public Handshake Who { get; } = who;

    /// <summary>Its address as its paths begin.</summary>
    public byte[] Root { get; } = Encoding.ASCII.GetBytes(who.Root);

    /// <summary>The order of its system messages.</summary>
    public SystemMessageOrder SystemMessages { get; } = new();

    /// <summary>Whether system messages went from or to it: then their numbers are to be kept on both sides.</summary>
    public bool HasSystemMessages => _hasBeenSent || SystemMessages.HasBegun;

    /// <summary>How many connections it has.</summary>
    public int Connections { get; set; }

    /// <summary>Where it stands among those that have gone; null when it has not.</summary>
    public LinkedListNode<Peer>? Place { get; set; }

    /// <summary>When it has gone.</summary>
    public long GoneAt { get; private set; }

    /// <summary>A frame of it has come.</summary>
    public void Hear() => _frames++;

    /// <summary>A system message was sent to it.</summary>
    public void SendSystemMessage() => _hasBeenSent = true;

    /// <summary>Whether it has sent nothing since this was asked before, at least <paramref name="limit"/> ago.</summary>
    public bool HasBeenSilent(TimeProvider time, TimeSpan limit)
    {
        var frames = _frames;
        if (_seenSilent is not { } seen || seen.Frames != frames)
        {
            _seenSilent = (frames, time.GetTimestamp());
            return false;
        }

        return time.GetElapsedTime(seen.At) >= limit;
    }

    /// <summary>It has gone, and is kept.</summary>
    public void Keep(LinkedList<Peer> gone, TimeProvider time)
    {
        GoneAt = time.GetTimestamp();
        Place = gone.AddLast(this);
    }
}
