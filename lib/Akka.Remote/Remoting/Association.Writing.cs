using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote;

/// <summary>What goes out and what comes in; see the other part for when.</summary>
internal sealed partial class Association
{
    private readonly Queue<RemoteEnvelope> _deliverable = new();
    private bool _delivering;

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

    /// <summary>Writes a message, or drops it for good when no frame can hold it. False: the connection takes nothing now.</summary>
    private bool TryWriteOrDrop(Outgoing outgoing)
    {
        if (outgoing.Frame is null && !_context.TrySerialize(outgoing))
            return true;
        return _ackDue ? TryWrite(outgoing.ReadEnvelope()) : TryWrite(outgoing.Frame!, outgoing.Recipient.Path);
    }

    private bool TryWrite(RemoteEnvelope? envelope)
    {
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

        if (!TryWrite(frame, envelope?.Recipient.Path))
            return false;
        if (acknowledges)
        {
            _ackDue = false;
            Cancel(ref _ackTimer);
        }

        return true;
    }

    private bool TryWrite(ByteString frame, object? recipient)
    {
        if (_writer is null)
            return false;
        return IsTooLong(frame, recipient) || _writer.Write(frame);
    }

    /// <summary>Whether no frame can hold it, which is logged: it is dropped.</summary>
    private bool IsTooLong(ByteString frame, object? recipient)
    {
        if (frame.Length <= _context.MaximumFrameSize)
            return false;
        _context.Log(LogLevel.ErrorLevel, $"Dropped a message to {PeerText.Printable($"{recipient}")}: its frame has {frame.Length} bytes, above maximum-frame-size ({_context.MaximumFrameSize})");
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

    /// <summary>A connection takes what it refused before.</summary>
    internal void Drained()
    {
        lock (_gate)
        {
            if (_state == State.Active)
                Drain();
        }
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

    /// <summary>A transport need not tell when it takes frames again; ours does.</summary>
    private void DrainLater()
    {
        if (_drainScheduled)
            return;
        _drainScheduled = true;
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.BackoffPeriod, () =>
        {
            lock (_gate)
                _drainScheduled = false;
            Drained();
        });
    }

    private void Settle()
    {
        if (_settled is not null && IsSettled)
            _settled.TrySetResult();
    }

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
