using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>
/// The system messages from one incarnation of a peer: each is passed on once, in order; what comes early is kept. Not thread
/// safe: its association's lock guards it.
/// </summary>
internal sealed class SystemMessageInbox(int capacity)
{
    private readonly SortedDictionary<ulong, RemoteEnvelope> _early = [];
    private ulong _next;

    /// <summary>
    /// Takes a message and adds to <paramref name="deliverable"/> what may be passed on now. One that came before is dropped; so
    /// is one so far ahead that the gap can't be kept (the peer sends it again).
    /// </summary>
    internal void Receive(RemoteEnvelope envelope, ICollection<RemoteEnvelope> deliverable)
    {
        if (envelope.Seq < _next || envelope.Seq - _next >= (ulong)capacity)
            return;
        _early.TryAdd(envelope.Seq, envelope);
        while (_early.Remove(_next, out var ready))
        {
            deliverable.Add(ready);
            _next++;
        }
    }

    /// <summary>What the peer is told: the highest number seen, and the numbers below it that are missing.</summary>
    internal AcknowledgementInfo Acknowledgement()
    {
        var ack = new AcknowledgementInfo();
        var expected = _next;
        foreach (var number in _early.Keys)
        {
            for (; expected < number; expected++)
                ack.Nacks.Add(expected);
            expected++;
        }

        ack.CumulativeAck = expected - 1;
        return ack;
    }

    /// <summary>Begins anew for another incarnation of the peer.</summary>
    internal void Reset()
    {
        _early.Clear();
        _next = 0;
    }
}
