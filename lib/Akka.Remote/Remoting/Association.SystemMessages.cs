using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Proto;

namespace Akka.Remote;

/// <summary>System messages: kept until they are acknowledged, sent again, given up; and the acknowledgements of the peer's.</summary>
internal sealed partial class Association
{
    private bool _ackDue;
    private ICancelable? _ackTimer;
    private ICancelable? _resendTimer;
    private TimeSpan _undeliveredSince;
    private TimeSpan? _gapsFilledAt;

    private bool TrySendSystemMessage(ISystemMessage message, RemoteActorRef recipient)
    {
        var outgoing = new Outgoing(message, null, recipient);
        if (!_context.TrySerialize(outgoing))
            return true;
        if (IsTooLong(outgoing.Frame!, recipient.Path))
        {
            // Numbered, it would be a gap that nothing fills, and the peer would wait for it with all that come after.
            _context.DeadLetter(outgoing);
            return true;
        }

        int? uid;
        bool isFull;
        do
        {
            lock (_gate)
            {
                if (_state == State.Forgotten)
                    return false;
                uid = _uid;
                var lost = _state == State.Closed || (uid is { } incarnation && _quarantined.Contains(incarnation));
                if (lost || TryNumber(outgoing))
                    return true;
                isFull = _outbox.IsFull;
            }
        }
        while (!isFull && _context.TryMakeRoom(outgoing.Frame!.Length));

        if (isFull && uid is { } full)
            GiveUp(full, "too many system messages are not acknowledged (akka.remote.system-message-buffer-size)");
        else
            Drop(outgoing);
        return true;
    }

    private bool TryNumber(Outgoing outgoing)
    {
        if (_outbox.Count == 0)
            _undeliveredSince = _context.Scheduler.MonotonicClock;
        if (!_outbox.TryAdd(outgoing.ReadEnvelope()))
            return false;
        Post();
        return true;
    }

    private void Drop(Outgoing outgoing)
    {
        _context.Warn($"Dropped a system message to {Remote}: too many wait (akka.remote.system-message-buffer-size, limits.all-unacknowledged-bytes)");
        _context.DeadLetter(outgoing);
    }

    /// <summary>What the system messages cost that wait to be acknowledged.</summary>
    internal long UnacknowledgedCost => _outbox.Cost;

    /// <summary>Gives up what waits to be acknowledged, as it is more than for any other peer, and all together is too much.</summary>
    internal void GiveUpUnacknowledged()
    {
        int? uid;
        lock (_gate)
        {
            uid = _uid;
            if (uid is null)
                _outbox.Reset();
        }

        if (uid is { } most)
            GiveUp(most, "too many system messages are not acknowledged, most of them by it (akka.remote.limits.all-unacknowledged-bytes)");
        else
            _context.Warn($"Dropped all system messages to {Remote}, which was never met: more wait for it than for any other (akka.remote.limits.all-unacknowledged-bytes)");
    }

    /// <summary>The incarnation will not hear what it has missed, nor any more of whom it watches here.</summary>
    private void GiveUp(int uid, string reason)
    {
        _ = TryQuarantine(uid, reason);
        _context.TellForgotten(Remote);
    }

    private void Post()
    {
        if (_state == State.Active)
            _ = TrySendSystemMessages();
        else if (_state == State.Idle)
            Connect();
    }

    private void Acknowledged(ProtocolConnection connection, AcknowledgementInfo ack)
    {
        int? lost = null;
        var why = "";
        lock (_gate)
        {
            if (!_connections.Contains(connection))
                return;
            var unacknowledged = _outbox.Count;
            FillGaps(_outbox.Acknowledge(ack));
            _undeliveredSince = _context.Scheduler.MonotonicClock;
            if (_outbox.Count < unacknowledged)
            {
                // It gets on, so what is left is on its way: sent again now it would only keep a slow peer longer.
                Cancel(ref _resendTimer);
                ResendLater();
            }

            if (_outbox.IsForgotten)
                (lost, why) = (_uid, "it no longer knows the system messages that it had acknowledged");
            else if (_outbox.IsBehind)
                (lost, why) = (_uid, "it acknowledges system messages that this system no longer knows, and takes no new ones");
        }

        if (lost is { } uid)
            GiveUp(uid, why);
    }

    /// <summary>
    /// Writes what the connection has not carried yet, in order: without a loss the peer sees no gap. False: the connection takes
    /// nothing now.
    /// </summary>
    private bool TrySendSystemMessages()
    {
        ResendLater();
        while (_outbox.Unsent is { } next)
        {
            if (!TryWrite(next))
            {
                DrainLater();
                return false;
            }

            _outbox.Sent();
        }

        return true;
    }

    /// <summary>
    /// Sends again what the peer misses, and then not before the next acknowledgement can know of it: those on their way ask for
    /// the same, and an answer to each of them would be asked for more.
    /// </summary>
    private void FillGaps(IReadOnlyList<RemoteEnvelope> missing)
    {
        var now = _context.Scheduler.MonotonicClock;
        if (_state != State.Active || missing.Count == 0 || now - _gapsFilledAt < _context.Settings.SysMsgAckTimeout)
            return;
        _gapsFilledAt = now;
        Resend(missing);
    }

    private void Resend(IEnumerable<RemoteEnvelope> envelopes) => _ = envelopes.All(TryWrite);

    private void ResendLater()
    {
        if (_resendTimer is not null || _outbox.Count == 0)
            return;
        var timer = new Cancelable(_context.Scheduler);
        _resendTimer = timer;
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.SysResendTimeout, () => ResendNow(timer), timer);
    }

    private void ResendNow(Cancelable timer)
    {
        lock (_gate)
        {
            // Cancelled while it waited for the lock: there is another one, and two would go on for ever.
            if (_resendTimer != timer)
                return;
            _resendTimer = null;
            if (_state != State.Active)
                return;
            Resend(_outbox.Overdue.Take(_context.Settings.SysResendLimit).ToList());
            ResendLater();
        }
    }

    /// <summary>An acknowledgement rides on the next message; it goes alone when there is none in time.</summary>
    private void AcknowledgeSoon()
    {
        _ackDue = true;
        if (_ackTimer is not null)
            return;
        var timer = new Cancelable(_context.Scheduler);
        _ackTimer = timer;
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.SysMsgAckTimeout, () => AcknowledgeNow(timer), timer);
    }

    private void AcknowledgeNow(Cancelable timer)
    {
        lock (_gate)
        {
            if (_ackTimer != timer)
                return;
            _ackTimer = null;
            if (_ackDue && _state == State.Active && !TryWrite(null))
                AcknowledgeSoon();
        }
    }

    /// <summary>Whether system messages have waited in vain so long for a peer never met that they are given up.</summary>
    private bool GiveUpUnreachable() =>
        _uid is null && _outbox.Count > 0
        && _context.Scheduler.MonotonicClock - _undeliveredSince > _context.Settings.InitialSysMsgDeliveryTimeout;
}
