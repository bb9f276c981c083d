using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;

namespace Akka.Remote;

/// <summary>What goes out and what comes in; see the other part for when.</summary>
internal sealed partial class Association
{
    private readonly Queue<RemoteEnvelope> _deliverable = new();
    private bool _delivering;
    private bool _ackDue;
    private ICancelable? _ackTimer;
    private ICancelable? _resendTimer;
    private TimeSpan _undeliveredSince;
    private TimeSpan? _gapsFilledAt;

    /// <summary>Takes a payload off a connection. System messages are put in order here, whichever connection they came by.</summary>
    internal void Received(ProtocolConnection connection, AckAndEnvelopeContainer payload)
    {
        if (payload.Ack is { } ack)
            Acknowledged(connection, ack);
        if (payload.Envelope is not { } envelope)
            return;
        if (envelope.Seq == Pdu.NoSequenceNumber)
        {
            _context.Deliver(envelope, Remote, connection.Local);
            return;
        }

        lock (_gate)
        {
            // An incarnation that is gone may still have something on the way; its numbers are not those of the new one.
            if (!_connections.Contains(connection))
                return;
            var ready = new List<RemoteEnvelope>();
            _inbox.Receive(envelope, ready);
            foreach (var next in ready)
                _deliverable.Enqueue(next);
            AcknowledgeSoon();
            if (_delivering)
                return;
            _delivering = true;
        }

        DeliverInOrder(connection.Local);
    }

    /// <summary>One thread at a time passes on, outside the lock; the others leave theirs in the queue.</summary>
    private void DeliverInOrder(Address local)
    {
        while (true)
        {
            RemoteEnvelope? next;
            lock (_gate)
            {
                if (!_deliverable.TryDequeue(out next))
                {
                    _delivering = false;
                    return;
                }
            }

            _context.Deliver(next, Remote, local);
        }
    }

    private bool TrySendSystemMessage(ISystemMessage message, RemoteActorRef recipient)
    {
        var outgoing = new Outgoing(message, null, recipient);
        if (!_context.TrySerialize(outgoing))
            return true;
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
            taken = _outbox.TryAdd(outgoing.Envelope!);
            if (taken)
                Post();
        }

        if (!taken)
            _ = TryQuarantine(uid, $"more than {_context.Settings.SysMsgBufferSize} system messages are not acknowledged");
        return true;
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
        int? forgottenBy;
        lock (_gate)
        {
            if (!_connections.Contains(connection))
                return;
            FillGaps(_outbox.Acknowledge(ack));
            _undeliveredSince = _context.Scheduler.MonotonicClock;
            if (_outbox.Count == 0)
                Cancel(ref _resendTimer);
            forgottenBy = _outbox.IsForgotten ? _uid : null;
        }

        if (forgottenBy is not null)
            _ = TryQuarantine(forgottenBy, "it no longer knows the system messages that it had acknowledged");
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
        _resendTimer = new Cancelable(_context.Scheduler);
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.SysResendTimeout, ResendNow, _resendTimer);
    }

    private void ResendNow()
    {
        lock (_gate)
        {
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
        _ackTimer = new Cancelable(_context.Scheduler);
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.SysMsgAckTimeout, AcknowledgeNow, _ackTimer);
    }

    private void AcknowledgeNow()
    {
        lock (_gate)
        {
            _ackTimer = null;
            if (_ackDue && _state == State.Active && !TryWrite(null))
                AcknowledgeSoon();
        }
    }

    /// <summary>Writes a message, or drops it for good when no frame can hold it. False: the connection takes nothing now.</summary>
    private bool TryWriteOrDrop(Outgoing outgoing)
    {
        if (outgoing.Envelope is null && !_context.TrySerialize(outgoing))
            return true;
        return TryWrite(outgoing.Envelope!);
    }

    private bool TryWrite(RemoteEnvelope? envelope)
    {
        if (_writer is null)
            return false;
        var container = new AckAndEnvelopeContainer { Envelope = envelope };
        var acknowledges = _ackDue;
        if (acknowledges)
            container.Ack = _inbox.Acknowledgement();
        var frame = Pdu.Payload(container);
        if (acknowledges && envelope is not null && frame.Length > _context.MaximumFrameSize)
        {
            // The message may fit without the acknowledgement, which then goes alone.
            acknowledges = false;
            container.Ack = null;
            frame = Pdu.Payload(container);
        }

        if (frame.Length > _context.MaximumFrameSize)
        {
            _context.Log(LogLevel.ErrorLevel, $"Dropped a message to {envelope?.Recipient.Path}: its frame has {frame.Length} bytes, above maximum-frame-size ({_context.MaximumFrameSize})");
            return true;
        }

        if (!_writer.Write(frame))
            return false;
        if (acknowledges)
        {
            _ackDue = false;
            Cancel(ref _ackTimer);
        }

        return true;
    }

    private bool TryKeep(Outgoing outgoing)
    {
        if (!_waiting.TryAdd(outgoing))
            return false;
        if (_state == State.Active)
            DrainLater();
        return true;
    }

    private void Drain()
    {
        if (!TrySendSystemMessages())
            return;
        while (_waiting.TryPeek(out var next))
        {
            if (!TryWriteOrDrop(next))
            {
                DrainLater();
                return;
            }

            _waiting.Dequeue();
        }

        Settle();
    }

    private void DrainLater()
    {
        if (_drainScheduled)
            return;
        _drainScheduled = true;
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.BackoffPeriod, () =>
        {
            lock (_gate)
            {
                _drainScheduled = false;
                if (_state == State.Active)
                    Drain();
            }
        });
    }

    private void Settle()
    {
        if (_settled is not null && IsSettled)
            _settled.TrySetResult();
    }

    /// <summary>Whether system messages have waited in vain so long for a peer never met that they are given up.</summary>
    private bool GiveUpUnreachable() =>
        _uid is null && _outbox.Count > 0
        && _context.Scheduler.MonotonicClock - _undeliveredSince > _context.Settings.InitialSysMsgDeliveryTimeout;

    private void CancelTimers()
    {
        Cancel(ref _silenceTimer);
        Cancel(ref _ackTimer);
        Cancel(ref _resendTimer);
    }

    private static void Cancel(ref ICancelable? timer)
    {
        timer?.Cancel();
        timer = null;
    }
}
