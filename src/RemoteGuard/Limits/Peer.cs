using System.Text;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>One incarnation of another node's actor system.</summary>
/// <param name="who">Who it is.</param>
/// <param name="watches">Whom it watches here.</param>
/// <param name="systemMessages">The order of its system messages.</param>
/// <param name="since">When it came first.</param>
internal sealed class Peer(Handshake who, Watches watches, SystemMessageOrder systemMessages, long since)
{
    private volatile int _frames;
    private long _greatestSent = -1;
    private (int Frames, long At)? _seenSilent;

    /// <summary>Who it is.</summary>
    public Handshake Who { get; } = who;

    /// <summary>Its address as its paths begin.</summary>
    public byte[] Root { get; } = Encoding.ASCII.GetBytes(who.Root);

    /// <summary>The order of its system messages.</summary>
    public SystemMessageOrder SystemMessages { get; } = systemMessages;

    /// <summary>Whom it watches here.</summary>
    public Watches Watches { get; } = watches;

    /// <summary>When it came first.</summary>
    public long Since { get; } = since;

    /// <summary>Whether system messages went from or to it: then their numbers are to be kept on both sides.</summary>
    public bool HasSystemMessages => Interlocked.Read(ref _greatestSent) >= 0 || SystemMessages.HasBegun;

    /// <summary>How many connections it has.</summary>
    public int Connections { get; set; }

    /// <summary>How many of them it has opened: one at most, for of two Akka.Remote would hear one only.</summary>
    public int Inbound { get; set; }

    /// <summary>Where it stands among those that have gone; null when it has not.</summary>
    public LinkedListNode<Peer>? Place { get; set; }

    /// <summary>When it has gone.</summary>
    public long GoneAt { get; set; }

    /// <summary>How many frames of it have come.</summary>
    public int Frames => _frames;

    /// <summary>A frame of it has come.</summary>
    public void Hear() => _frames++;

    /// <summary>A system message is sent to it.</summary>
    public void Send(ulong number)
    {
        var sent = (long)number;
        for (var greatest = Interlocked.Read(ref _greatestSent); greatest < sent; greatest = Interlocked.Read(ref _greatestSent))
            Interlocked.CompareExchange(ref _greatestSent, sent, greatest);
    }

    /// <summary>Whether it can have missed a system message of this number: one was sent.</summary>
    public bool CanMiss(ulong number) => (long)number <= Interlocked.Read(ref _greatestSent) && (long)number >= 0;

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
}
