using Akka.Actor;
using Akka.Event;
using Akka.Remote.Transport;

namespace Akka.Remote;

/// <summary>How it goes without a connection: gated for a while, tried again, forgotten; see the other part for the whole.</summary>
internal sealed partial class Association
{
    /// <summary>A connection is over; without another one the address is gated.</summary>
    internal void Ended(ProtocolConnection connection, DisassociateInfo info, Exception cause)
    {
        bool wasOpen, gated;
        List<Outgoing> dropped = [];
        lock (_gate)
        {
            wasOpen = _connections.Remove(connection);
            if (ReferenceEquals(_writer, connection))
                WriteOn(_connections.FirstOrDefault());
            gated = _writer is null && (wasOpen ? _state == State.Active : _state == State.Connecting && !connection.IsInbound);
            if (gated)
                dropped = Gate();
            else if (wasOpen && _state == State.Active)
                Drain();
            if (gated && wasOpen)
                AwaitReturn();
        }

        Tell(connection, info, cause, wasOpen, gated);
        _context.DeadLetter(dropped);
    }

    /// <summary>The connection could not be opened at all.</summary>
    internal void ConnectFailed(Address local, Exception cause)
    {
        bool gated;
        List<Outgoing> dropped = [];
        lock (_gate)
        {
            gated = _state == State.Connecting;
            if (gated)
                dropped = Gate();
        }

        if (gated)
            TellFailed(local, inbound: false, cause);
        _context.DeadLetter(dropped);
    }

    private List<Outgoing> Gate()
    {
        _state = State.Gated;
        var number = ++_gateNumber;
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.RetryGateClosedFor, () => GateOver(number));
        var dropped = _waiting.Clear();
        Settle();
        return dropped;
    }

    private void GateOver(int number)
    {
        lock (_gate)
        {
            if (_state != State.Gated || number != _gateNumber)
                return;
            _state = State.Idle;
            if (GiveUpUnreachable())
                _outbox.Reset();
            if (_outbox.Count > 0)
                Connect();
            else
                ForgetIfBlank();
        }
    }

    /// <summary>
    /// Ends where a new association would know as much: no system message was numbered either way, no incarnation is shut out.
    /// So a peer that comes under ever new addresses fills no memory.
    /// </summary>
    private void ForgetIfBlank()
    {
        if (_state != State.Idle || _quarantined.Count > 0 || HasNumbers)
            return;
        _state = State.Forgotten;
        CancelTimers();
        _context.Forget(this);
    }

    /// <summary>
    /// Ends in favour of another peer, when there are too many to remember. What waits for it goes to dead letters, and its numbers
    /// are lost. An incarnation that has had some of ours is refused when it comes back; one that only gave us some finds out by
    /// the next one, which we take for too early. False: it is there.
    /// </summary>
    internal bool TryForget()
    {
        List<Outgoing> dropped;
        lock (_gate)
        {
            if (!IsAway)
                return false;
            _state = State.Forgotten;
            dropped = _waiting.Clear();
            LoseIncarnation();
            _quarantined.Clear();
            CancelTimers();
            Settle();
            _context.Forget(this);
        }

        _context.TellForgotten(Remote);
        _context.DeadLetter(dropped);
        return true;
    }

    /// <summary>Whether there is no connection to it, whatever else there is.</summary>
    internal bool IsAway => _state is State.Idle or State.Connecting or State.Gated && _connections.Count == 0;

    /// <summary>Whether an incarnation of it is refused, which is worth remembering longer.</summary>
    internal bool IsQuarantined => _quarantined.Count > 0;

    /// <summary>Whether a system message was numbered either way, which is worth remembering, too.</summary>
    internal bool HasNumbers => _outbox.NextNumber > 0 || !_inbox.IsBlank;

    /// <summary>When the last connection ended; at first, when it was first heard of.</summary>
    internal TimeSpan AwaySince { get; private set; }

    /// <summary>A peer that stays away too long is not the same when it comes back: nobody knows what it has missed.</summary>
    private void AwaitReturn()
    {
        AwaySince = _context.Scheduler.MonotonicClock;
        Cancel(ref _silenceTimer);
        _silenceTimer = new Cancelable(_context.Scheduler);
        _context.Scheduler.Advanced.ScheduleOnce(_context.Settings.QuarantineSilentSystemTimeout, GiveUpSilent, _silenceTimer);
    }

    private void GiveUpSilent()
    {
        int? uid;
        lock (_gate)
            uid = _connections.Count == 0 ? _uid : null;
        if (uid is null)
            return;
        _ = TryQuarantine(uid, $"it has been away for {_context.Settings.QuarantineSilentSystemTimeout} (akka.remote.quarantine-after-silence)");
        _context.TellTerminated(Remote);
    }

    private void ForgetQuarantine(int uid)
    {
        lock (_gate)
        {
            _quarantined.Remove(uid);
            ForgetIfBlank();
        }
    }

    private void Tell(ProtocolConnection connection, DisassociateInfo info, Exception cause, bool wasOpen, bool gated)
    {
        if ((wasOpen || gated) && info == DisassociateInfo.Quarantined)
            _context.Publish(new ThisActorSystemQuarantinedEvent(connection.Local, Remote));
        if (gated && info != DisassociateInfo.Shutdown)
            TellFailed(connection.Local, connection.IsInbound, cause);
        else if (gated)
            _context.SayGone($"Remote system with address {Remote} has shut down. Address is now gated for {GateMilliseconds} ms.");
        if (wasOpen)
            _context.Publish(new DisassociatedEvent(connection.Local, Remote, connection.IsInbound));
    }

    private void TellFailed(Address local, bool inbound, Exception cause)
    {
        _context.Warn($"Association with remote system {Remote} has failed; address is now gated for {GateMilliseconds} ms. Reason: [{cause.Message}]");
        _context.Publish(new AssociationErrorEvent(cause, local, Remote, inbound, LogLevel.WarningLevel));
    }

    private long GateMilliseconds => (long)_context.Settings.RetryGateClosedFor.TotalMilliseconds;
}
