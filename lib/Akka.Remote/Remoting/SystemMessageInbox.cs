using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>
/// The system messages from one incarnation of a peer: each is passed on once, in order; what comes early is kept. Not thread
/// safe: its association's lock guards it.
/// </summary>
/// <param name="capacity">How far ahead of its turn a message may come.</param>
/// <param name="early">What all inboxes of the system may keep of what comes early.</param>
internal sealed class SystemMessageInbox(int capacity, ByteBudget early)
{
    // All of a peer's real ones fit; a peer that keeps the first one back to fill our memory gets no further.
    private const long MaximumEarlyBytes = 16 << 20;

    // An acknowledgement has to fit into the smallest frame there is (32000 bytes), beside a message.
    private const int MaximumGaps = 1000;

    private readonly SortedDictionary<ulong, RemoteEnvelope> _early = [];
    private long _earlyBytes;
    private ulong _next;

    /// <summary>Whether nothing has come that a new inbox would not expect.</summary>
    internal bool IsBlank => _next == 0 && _early.Count == 0;

    /// <summary>
    /// Takes a message and adds to <paramref name="deliverable"/> what may be passed on now. One that came before is dropped; so
    /// is one too far ahead, or one too many to keep (the peer sends it again).
    /// </summary>
    internal void Receive(RemoteEnvelope envelope, ICollection<RemoteEnvelope> deliverable)
    {
        if (envelope.Seq < _next || envelope.Seq - _next >= (ulong)capacity)
            return;
        if (envelope.Seq != _next)
        {
            Keep(envelope);
            return;
        }

        deliverable.Add(envelope);
        _next++;
        while (_early.Remove(_next, out var ready))
        {
            var size = ready.CalculateSize();
            _earlyBytes -= size;
            early.Return(1, size);
            deliverable.Add(ready);
            _next++;
        }
    }

    /// <summary>
    /// What the peer is told: the highest number seen, and the numbers below it that are missing. With too many missing it tells
    /// of the first ones only; the rest comes when those are there.
    /// </summary>
    internal AcknowledgementInfo Acknowledgement()
    {
        var ack = new AcknowledgementInfo();
        var expected = _next;
        foreach (var number in _early.Keys)
        {
            for (; expected < number && ack.Nacks.Count < MaximumGaps; expected++)
                ack.Nacks.Add(expected);
            if (expected < number)
                break;
            expected++;
        }

        ack.CumulativeAck = expected - 1;
        return ack;
    }

    /// <summary>Begins anew for another incarnation of the peer.</summary>
    internal void Reset()
    {
        early.Return(_early.Count, _earlyBytes);
        _early.Clear();
        _earlyBytes = 0;
        _next = 0;
    }

    private void Keep(RemoteEnvelope envelope)
    {
        var size = envelope.CalculateSize();
        if (_early.ContainsKey(envelope.Seq) || _earlyBytes + size > MaximumEarlyBytes || !early.TryTake(size))
            return;
        _early.Add(envelope.Seq, envelope);
        _earlyBytes += size;
    }
}
