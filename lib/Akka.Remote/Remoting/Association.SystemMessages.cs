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

        _context.MakeRoom(outgoing.Frame!.Length);
        bool taken;
        int? uid;
        lock (_gate)
        {
            if (_state == State.Forgotten)
                return false;
            uid = _uid;
            var lost = _state == State.Closed || (uid is { } incarnation && _quarantined.Contains(incarnation));
            if (lost)
                return true;
            if (_outbox.Count == 0)
                _undeliveredSince = _context.Scheduler.MonotonicClock;
            taken = _outbox.TryAdd(outgoing.ReadEnvelope());
            if (taken)
                Post();
        }

        if (!taken)
            _ = TryQuarantine(uid, "too many system messages are not acknowledged (akka.remote.system-message-buffer-size, limits.all-unacknowledged-bytes)");
        return true;
    }

    /// <summary>How many bytes of system messages the incarnation there is has not acknowledged.</summary>
    internal long UnacknowledgedBytes => _uid is null ? 0 : _outbox.Bytes;

    /// <summary>Gives up the incarnation there is because it has not acknowledged more than all others, and it is too much in all.</summary>
    internal void GiveUpUnacknowledged()
    {
        int? uid;
        lock (_gate)
            uid = _uid;
        if (uid is not null)
            _ = TryQuarantine(uid, "too many system messages are not acknowledged, most of them by it (akka.remote.limits.all-unacknowledged-bytes)");
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

        if (lost is not null)
            _ = TryQuarantine(lost, why);
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
