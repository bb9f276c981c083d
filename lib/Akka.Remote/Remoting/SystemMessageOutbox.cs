using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>
/// The system messages to one incarnation of a peer, numbered from 0 and kept until acknowledged. Not thread safe: its
/// association's lock guards it.
/// </summary>
internal sealed class SystemMessageOutbox(int capacity)
{
    private readonly LinkedList<RemoteEnvelope> _unacknowledged = new();

    /// <summary>The number the next message gets.</summary>
    internal ulong NextNumber { get; private set; }

    /// <summary>How many messages wait for their acknowledgement.</summary>
    internal int Count => _unacknowledged.Count;

    /// <summary>What is not acknowledged, oldest first.</summary>
    internal IEnumerable<RemoteEnvelope> Unacknowledged => _unacknowledged;

    /// <summary>Numbers a message and keeps it. False when the buffer is full: the peer is to be given up.</summary>
    internal bool TryAdd(RemoteEnvelope envelope)
    {
        if (_unacknowledged.Count >= capacity)
            return false;
        envelope.Seq = NextNumber++;
        _unacknowledged.AddLast(envelope);
        return true;
    }

    /// <summary>
    /// Forgets what <paramref name="ack"/> confirms: every number up to the cumulative one but the named gaps. Returns the gaps'
    /// messages, to be sent again at once. An acknowledgement of what was never sent changes nothing.
    /// </summary>
    internal IReadOnlyList<RemoteEnvelope> Acknowledge(AcknowledgementInfo ack)
    {
        var nothingYet = ack.CumulativeAck == ulong.MaxValue;
        if (nothingYet || ack.CumulativeAck >= NextNumber)
            return [];

        var gaps = ack.Nacks.Count == 0 ? null : new HashSet<ulong>(ack.Nacks);
        List<RemoteEnvelope>? again = null;
        for (var node = _unacknowledged.First; node is not null && node.Value.Seq <= ack.CumulativeAck;)
        {
            var next = node.Next;
            if (gaps?.Contains(node.Value.Seq) == true)
                (again ??= []).Add(node.Value);
            else
                _unacknowledged.Remove(node);
            node = next;
        }

        return again ?? [];
    }

    /// <summary>Begins anew for another incarnation of the peer.</summary>
    internal void Reset()
    {
        _unacknowledged.Clear();
        NextNumber = 0;
    }
}
