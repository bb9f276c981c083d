using System.Runtime.InteropServices;
using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// Envelopes from many threads to one, first in, first out, in chunks that follow one another.
/// </summary>
/// <remarks>
/// A thread that adds takes a place by one atomic addition and writes the message last, which says that the place is filled; the one
/// that takes touches nothing of what those write with each message but the places themselves, nor they anything of its own. A chunk
/// that is empty is kept for when the next is needed, so a queue that is not growing allocates nothing.
/// </remarks>
internal sealed class EnvelopeChunks
{
    private const int FirstLength = 16;
    private const int LongestLength = 1024;

    private readonly Lock _growing = new();
    private Chunk _tail;
    private Chunk _head;
    private Place[] _places;
    private Chunk? _spare;
    private PaddedCount _taken;

    internal EnvelopeChunks()
    {
        _head = _tail = new Chunk(FirstLength) { Claimed = 0 };
        _places = _head.Places;
    }

    /// <summary>Whether there is an envelope to take.</summary>
    internal bool HasAny
    {
        get
        {
            var chunk = Volatile.Read(ref _head);
            var at = Volatile.Read(ref _taken.Value);
            if (at < chunk.Places.Length)
                return Volatile.Read(ref chunk.Places[at].Message) is not null;
            return Volatile.Read(ref chunk.Next) is { } next && Volatile.Read(ref next.Places[0].Message) is not null;
        }
    }

    /// <summary>How many there are; while others add and take, about so many.</summary>
    internal int Count
    {
        get
        {
            lock (_growing)
            {
                var count = -Volatile.Read(ref _taken.Value);
                for (var chunk = Volatile.Read(ref _head); chunk is not null; chunk = chunk.Next)
                    count += Math.Min(Volatile.Read(ref chunk.Claimed), chunk.Places.Length);
                return Math.Max(count, 0);
            }
        }
    }

    /// <summary>Adds an envelope, from any thread.</summary>
    internal void Add(Envelope envelope)
    {
        while (true)
        {
            var chunk = Volatile.Read(ref _tail);
            var at = Interlocked.Increment(ref chunk.Claimed) - 1;
            if (at < chunk.Places.Length)
            {
                ref var place = ref chunk.Places[at];
                place.Sender = envelope.Sender;
                Volatile.Write(ref place.Message, envelope.Message);
                return;
            }

            Grow(chunk);
        }
    }

    /// <summary>Takes the next one; one thread at a time. False also while the next one is being written.</summary>
    internal bool TryTake(out Envelope envelope)
    {
        if (_taken.Value == _places.Length && !TryMoveOn())
        {
            envelope = default;
            return false;
        }

        ref var place = ref _places[_taken.Value];
        if (Volatile.Read(ref place.Message) is not { } message)
        {
            envelope = default;
            return false;
        }

        envelope = new Envelope(message, place.Sender);
        place = default;
        _taken.Value++;
        return true;
    }

    /// <summary>Who comes with a chunk that is no longer the last finds that another thread has done it.</summary>
    private void Grow(Chunk full)
    {
        lock (_growing)
        {
            if (_tail != full || full.Claimed < full.Places.Length)
                return;
            // Only a queue that runs ahead of its taker gets longer chunks.
            var isAhead = Volatile.Read(ref _head) != full;
            var length = isAhead ? Math.Min(4 * full.Places.Length, LongestLength) : full.Places.Length;
            var next = Interlocked.Exchange(ref _spare, null) is { } spare && spare.Places.Length >= length ? spare : new Chunk(length);
            next.Next = null;
            Volatile.Write(ref next.Claimed, 0);
            Volatile.Write(ref full.Next, next);
            Volatile.Write(ref _tail, next);
        }
    }

    /// <summary>
    /// Nobody writes to the chunk that is left any more: all its places were filled. It counts as full until it is the last again,
    /// so who still takes it for that can't claim a place in it before.
    /// </summary>
    private bool TryMoveOn()
    {
        if (Volatile.Read(ref _head.Next) is not { } next)
            return false;
        var left = _head;
        _head = next;
        _places = next.Places;
        Volatile.Write(ref _taken.Value, 0);
        Volatile.Write(ref _spare, left);
        return true;
    }

    /// <summary>Changes with each message taken; in a cache line of its own, or who adds would wait for it each time.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct PaddedCount
    {
        [FieldOffset(64)]
        internal int Value;
    }

    private struct Place
    {
        internal IActorRef? Sender;
        internal object? Message;
    }

    private sealed class Chunk(int length)
    {
        internal readonly Place[] Places = new Place[length];
        internal int Claimed = length;
        internal Chunk? Next;
    }
}
