using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>
/// The system messages to one incarnation of a peer, numbered from 0 and kept until acknowledged. Not thread safe: its
/// association's lock guards it.
/// </summary>
/// <param name="capacity">How many may be kept.</param>
/// <param name="budget">What all outboxes of the system may keep.</param>
internal sealed class SystemMessageOutbox(int capacity, ByteBudget budget)
{
    // So many in a row are no accident.
    private const int TakenBackAtMost = 3;

    private readonly LinkedList<RemoteEnvelope> _unacknowledged = new();
    private LinkedListNode<RemoteEnvelope>? _unsent;
    private ulong _confirmedBelow;
    private long _bytes;
    private int _takenBack;

    /// <summary>The number the next message gets.</summary>
    internal ulong NextNumber { get; private set; }

    /// <summary>How many messages wait for their acknowledgement.</summary>
    internal int Count => _unacknowledged.Count;

    /// <summary>Whether as many wait as may.</summary>
    internal bool IsFull => Count >= capacity;

    /// <summary>What they cost of the budget.</summary>
    internal long Cost => ByteBudget.Cost(Count, _bytes);

    /// <summary>Whether the peer keeps asking for what it had confirmed and nobody has any more: it has forgotten us.</summary>
    internal bool IsForgotten => _takenBack >= TakenBackAtMost;

    /// <summary>
    /// Whether the peer has had numbers that we have not come to, though something waits for it: we have forgotten it, and it takes
    /// ours for repetitions.
    /// </summary>
    internal bool IsBehind { get; private set; }

    /// <summary>What is not acknowledged, oldest first.</summary>
    internal IEnumerable<RemoteEnvelope> Unacknowledged => _unacknowledged;

    /// <summary>The next one for the connection, which carries them in order; null when it has carried all.</summary>
    internal RemoteEnvelope? Unsent => _unsent?.Value;

    /// <summary>What the connection has carried and nobody acknowledged, oldest first.</summary>
    internal IEnumerable<RemoteEnvelope> Overdue => _unacknowledged.TakeWhile(envelope => !ReferenceEquals(envelope, Unsent));

    /// <summary>The connection has carried the next one.</summary>
    internal void Sent() => _unsent = _unsent?.Next;

    /// <summary>There is another connection: what an earlier one carried may be lost.</summary>
    internal void Rewind() => _unsent = _unacknowledged.First;

    /// <summary>Numbers a message and keeps it. False when this buffer is full, or all are together.</summary>
    internal bool TryAdd(RemoteEnvelope envelope)
    {
        envelope.Seq = NextNumber;
        var size = envelope.CalculateSize();
        if (IsFull || !budget.TryTake(size))
            return false;
        NextNumber++;
        _bytes += size;
        var added = _unacknowledged.AddLast(envelope);
        _unsent ??= added;
        return true;
    }

    /// <summary>
    /// Forgets what <paramref name="ack"/> confirms: every number up to the cumulative one but the named gaps. Returns the gaps'
    /// messages, to be sent again at once, as far as the connection has carried them already. An acknowledgement of what was never
    /// sent confirms nothing, nor does one that takes back what an earlier one confirmed.
    /// </summary>
    internal IReadOnlyList<RemoteEnvelope> Acknowledge(AcknowledgementInfo ack)
    {
        var nothingYet = ack.CumulativeAck == ulong.MaxValue;
        if (!nothingYet && ack.CumulativeAck >= NextNumber)
        {
            IsBehind |= Count > 0;
            return [];
        }

        if (TakesBack(ConfirmedBelow(ack)) || nothingYet)
            return [];

        var gaps = ack.Nacks.Count == 0 ? null : new HashSet<ulong>(ack.Nacks);
        List<RemoteEnvelope>? again = null;
        var isCarried = true;
        for (var node = _unacknowledged.First; node is not null && node.Value.Seq <= ack.CumulativeAck;)
        {
            var next = node.Next;
            isCarried &= node != _unsent;
            if (gaps?.Contains(node.Value.Seq) != true)
                Forget(node);
            else if (isCarried)
                (again ??= []).Add(node.Value);
            node = next;
        }

        return again ?? [];
    }

    /// <summary>Begins anew for another incarnation of the peer.</summary>
    internal void Reset()
    {
        budget.Return(Count, _bytes);
        _bytes = 0;
        _unacknowledged.Clear();
        _unsent = null;
        NextNumber = 0;
        _confirmedBelow = 0;
        _takenBack = 0;
        IsBehind = false;
    }

    private void Forget(LinkedListNode<RemoteEnvelope> node)
    {
        if (node == _unsent)
            Sent();
        var size = node.Value.CalculateSize();
        budget.Return(1, size);
        _bytes -= size;
        _unacknowledged.Remove(node);
    }

    private static ulong ConfirmedBelow(AcknowledgementInfo ack)
    {
        // "Nothing yet" is the number before 0.
        var next = unchecked(ack.CumulativeAck + 1);
        return ack.Nacks.Count == 0 ? next : Math.Min(next, ack.Nacks.Min());
    }

    /// <summary>The peer says that it has all below <paramref name="confirmed"/>; true if it had said that it has more.</summary>
    private bool TakesBack(ulong confirmed)
    {
        if (confirmed < _confirmedBelow)
        {
            // A whole row of them is overtaken when a connection ends and the other one is quicker. Who has forgotten us asks for
            // the very first message.
            if (confirmed == 0)
                _takenBack++;
            return true;
        }

        _confirmedBelow = confirmed;
        _takenBack = 0;
        return false;
    }
}
