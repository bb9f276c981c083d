using System.Text;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard.Limits;

/// <summary>One incarnation of another node's actor system.</summary>
/// <param name="who">What it says about itself.</param>
/// <param name="watches">The actors that it watches here.</param>
/// <param name="systemMessages">The order of its system messages.</param>
/// <param name="since">When it first came.</param>
internal sealed class Peer(Handshake who, Watches watches, SystemMessageOrder systemMessages, long since)
{
    private readonly object _gate = new();
    private volatile int _frames;
    private long _greatestSent = -1;
    private (int Frames, long At) _seen = (0, since);

    /// <summary>What it says about itself.</summary>
    public Handshake Who { get; } = who;

    /// <summary>Its address as its paths begin.</summary>
    public byte[] Root { get; } = Encoding.ASCII.GetBytes(who.Root);

    /// <summary>The order of its system messages.</summary>
    public SystemMessageOrder SystemMessages { get; } = systemMessages;

    /// <summary>The actors that it watches here.</summary>
    public Watches Watches { get; } = watches;

    /// <summary>When it first came.</summary>
    public long Since { get; } = since;

    /// <summary>Whether system messages went from or to it: then both sides must keep their numbers.</summary>
    public bool HasSystemMessages => Interlocked.Read(ref _greatestSent) >= 0 || SystemMessages.HasBegun;

    /// <summary>How many connections it has.</summary>
    public int Connections { get; set; }

    /// <summary>How many of them it opened: at most one, because Akka.Remote would hear only one of two.</summary>
    public int Inbound { get; set; }

    /// <summary>Its place among the peers that have gone; null if it has not gone.</summary>
    public LinkedListNode<Peer>? Place { get; set; }

    /// <summary>When it went.</summary>
    public long GoneAt { get; set; }

    /// <summary>A frame of it has come.</summary>
    public void Hear() => _frames++;

    /// <summary>A system message is sent to it.</summary>
    public void Send(ulong number)
    {
        var sent = (long)number;
        for (var greatest = Interlocked.Read(ref _greatestSent); greatest < sent; greatest = Interlocked.Read(ref _greatestSent))
            Interlocked.CompareExchange(ref _greatestSent, sent, greatest);
    }

    /// <summary>Judges a frame that is not the first one on its connection.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="rules">What everybody may send.</param>
    /// <param name="here">This node's address, as its paths begin.</param>
    public Verdict Judge(scoped in Frame frame, int length, FrameRules rules, byte[] here)
    {
        if (frame.Missing > 0 && !CanMiss(frame.GreatestMissing))
            return Verdict.Close("it misses system messages that were not sent");
        var verdict = rules.Judge(frame, length, here, Root);
        if (verdict.Outcome != Outcome.Pass || frame.Kind != FrameKind.Message || frame.Number == Frame.NoNumber)
            return verdict;
        verdict = SystemMessages.Take(frame.Number);
        return verdict.Outcome == Outcome.Pass && WatchMessage.TryRead(frame.Payload, out var watch)
            ? Watches.Take(watch, rules.IsKnown(frame.Recipient[here.Length..]))
            : verdict;
    }

    /// <summary>How long it has sent nothing. Frames are counted, not timed: a frame counts as sent when this is next asked.</summary>
    public TimeSpan SilentFor(TimeProvider time)
    {
        lock (_gate)
        {
            var frames = _frames;
            if (frames != _seen.Frames)
                _seen = (frames, time.GetTimestamp());
            return time.GetElapsedTime(_seen.At);
        }
    }

    // Whether a system message of this number was sent to it.
    private bool CanMiss(ulong number) => (long)number <= Interlocked.Read(ref _greatestSent) && (long)number >= 0;
}
