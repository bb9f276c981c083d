using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Transport;

namespace Akka.Remote;

/// <summary>
/// All that is between this node and one address.
/// <code>
///             something to send                 handshake done
///    Idle ──────────────────────> Connecting ──────────────────> Active
///     ^                               │ refused, timeout,          │ DISASSOCIATE*, end of stream, garbage,
///     │                               │ quarantined uid            │ no sign of life, quarantined by us
///     │  retry-gate-closed-for over   v                            v
///     └───────────────────────────  Gated  &lt;────────────────────────
///    Idle, Connecting, Gated ── the peer connects and says ASSOCIATE ──> Active      (passive connection)
///    any ── this system shuts down ──> Closed
///    Idle, and nothing to remember ──> Forgotten; the next one asks for a new association
/// </code>
/// Ordinary messages wait while Connecting and go to dead letters while Gated or Closed. System messages wait wherever they must
/// and are numbered for one incarnation (uid) of the peer; another uid begins anew. A quarantined uid is never taken again, any
/// other is.
/// When both sides connect at once, there are two connections: both are read, each side writes on the one that opened first for
/// it, so order holds and nothing has to be agreed. One lock guards it all. Events and dead letters happen outside, and so does
/// serializing but for a message that the gate opens for just then; what is logged of dropped messages is logged inside.
/// </summary>
internal sealed partial class Association
{
    private enum State
    {
        Idle,
        Connecting,
        Active,
        Gated,
        Closed,
        Forgotten,
    }

    private readonly AssociationContext _context;
    private readonly Lock _gate = new();
    private readonly List<ProtocolConnection> _connections = [];
    private readonly SendQueue _waiting;
    private readonly QuarantineMarks _quarantined;
    private readonly SystemMessageOutbox _outbox;
    private readonly SystemMessageInbox _inbox;
    private volatile State _state = State.Idle;
    private ProtocolConnection? _writer;
    private int? _uid;
    private int _gateNumber;
    private ICancelable? _silenceTimer;
    private bool _drainScheduled;
    private TaskCompletionSource? _settled;

    internal Association(Address remote, AssociationContext context)
    {
        Remote = remote;
        _context = context;
        _waiting = new SendQueue(remote, context);
        _quarantined = new QuarantineMarks(context.Scheduler, context.Settings.QuarantineDuration, ForgetQuarantine);
        AwaySince = context.Scheduler.MonotonicClock;
        _outbox = new SystemMessageOutbox(context.Settings.SysMsgBufferSize, context.Peers.Unacknowledged);
        _inbox = new SystemMessageInbox(context.Settings.SysMsgBufferSize, context.Peers.Early);
    }

    /// <summary>The other side's address, as it stands in paths.</summary>
    internal Address Remote { get; }

    /// <summary>
    /// Sends a message, or keeps it until there is a connection, or drops it to dead letters; never blocks, never throws. False:
    /// this association is forgotten, and a new one is to take it.
    /// </summary>
    internal bool TrySend(object message, IActorRef? sender, RemoteActorRef recipient)
    {
        if (message is ISystemMessage system)
            return TrySendSystemMessage(system, recipient);

        var outgoing = new Outgoing(message, sender, recipient);
        if (_state is State.Active or State.Idle or State.Connecting && !_context.TrySerialize(outgoing))
            return true;

        bool taken;
        lock (_gate)
        {
            if (_state == State.Forgotten)
                return false;
            taken = _state switch
            {
                State.Active => (_waiting.Count == 0 && TryWriteOrDrop(outgoing)) || TryKeep(outgoing),
                State.Idle or State.Connecting => TryKeep(outgoing),
                _ => false,
            };
            if (_state == State.Idle)
                Connect();
        }

        if (!taken)
            _context.DeadLetter(outgoing);
        return true;
    }

    /// <summary>
    /// The peer said who it is; takes the connection, or closes it when that incarnation is quarantined. False: this association
    /// is forgotten, and a new one is to take it.
    /// </summary>
    internal bool TryAccept(ProtocolConnection connection, int uid)
    {
        bool refused;
        bool isLost;
        bool opened;
        List<ProtocolConnection> stale = [];
        lock (_gate)
        {
            if (_state == State.Forgotten)
                return false;
            isLost = _state != State.Closed && _context.Peers.Lost.Contains(Remote, uid) && _quarantined.TryAdd(uid);
            refused = _quarantined.Contains(uid) || _state == State.Closed;
            opened = !refused && connection.Open();
            if (!refused && !opened)
                ForgetIfBlank();
            if (opened)
            {
                stale = Welcome(connection, uid);
                ChooseWriter(connection);
                _state = State.Active;
                Drain();
            }
        }

        foreach (var old in stale)
        {
            old.Close(DisassociateInfo.Unknown);
            _context.Publish(new DisassociatedEvent(old.Local, Remote, old.IsInbound));
        }

        if (isLost)
            TellQuarantined(uid, "it has had system messages, and this system no longer knows how many");
        if (refused)
            Refuse(connection, uid);
        else if (!opened)
            connection.Close(DisassociateInfo.Unknown);
        else
            _context.Publish(new AssociatedEvent(connection.Local, Remote, connection.IsInbound));
        return true;
    }

    /// <summary>
    /// Shuts out an incarnation of the peer; without a uid the current connection only is given up. False: this association is
    /// forgotten, and a new one is to do it.
    /// </summary>
    internal bool TryQuarantine(int? uid, string reason)
    {
        List<ProtocolConnection> closing = [];
        List<Outgoing> dropped = [];
        bool isNew;
        lock (_gate)
        {
            if (_state == State.Forgotten)
                return false;
            isNew = uid is { } number && _quarantined.TryAdd(number);
            if (_state != State.Closed && (uid is null ? _state != State.Gated : uid == _uid))
            {
                closing = [.. _connections];
                _connections.Clear();
                _writer = null;
                if (uid is not null)
                    LoseIncarnation();
                dropped = Gate();
                if (closing.Count > 0 && uid is null)
                    AwaitReturn();
                else if (closing.Count > 0)
                    AwaySince = _context.Scheduler.MonotonicClock;
            }
        }

        foreach (var connection in closing)
            connection.Close(uid is null ? DisassociateInfo.Unknown : DisassociateInfo.Quarantined);
        if (isNew)
            TellQuarantined(uid!.Value, reason);
        _context.DeadLetter(dropped);
        return true;
    }

    /// <summary>Done when nothing waits to be handed to a connection; at once, when that is so already.</summary>
    internal Task WhenSettled()
    {
        lock (_gate)
        {
            if (IsSettled)
                return Task.CompletedTask;
            _settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _settled.Task;
        }
    }

    /// <summary>Ends for good: the peer is told that this system shuts down, after what was written before.</summary>
    internal void Shutdown()
    {
        List<ProtocolConnection> closing;
        List<Outgoing> dropped;
        lock (_gate)
        {
            _state = State.Closed;
            closing = [.. _connections];
            _connections.Clear();
            _writer = null;
            dropped = _waiting.Clear();
            ForgetIncarnation();
            CancelTimers();
        }

        foreach (var connection in closing)
        {
            connection.Close(DisassociateInfo.Shutdown);
            _context.Publish(new DisassociatedEvent(connection.Local, Remote, connection.IsInbound));
        }

        // At once, while somebody is there to take them.
        dropped.ForEach(_context.DeadLetter);
    }

    private bool IsSettled => _state != State.Connecting && (_state != State.Active || (_waiting.Count == 0 && _outbox.Unsent is null));

    /// <summary>
    /// Makes the connection one of ours; returns those it makes stale: all of another incarnation, and one that was opened by the
    /// same side, which has given it up if it opens another. So there are two at most, one from each side.
    /// </summary>
    private List<ProtocolConnection> Welcome(ProtocolConnection connection, int uid)
    {
        var isReborn = _uid is { } known && known != uid;
        var stale = _connections.FindAll(old => isReborn || old.IsInbound == connection.IsInbound);
        _connections.RemoveAll(stale.Contains);
        if (_writer is not null && stale.Contains(_writer))
            WriteOn(_connections.FirstOrDefault());
        if (isReborn)
            LoseIncarnation();
        _uid = uid;
        _connections.Add(connection);
        Cancel(ref _silenceTimer);
        return stale;
    }

    /// <summary>What was numbered for one incarnation of the peer, or by it, means nothing to another.</summary>
    private void ForgetIncarnation()
    {
        _outbox.Reset();
        _inbox.Reset();
        _ackDue = false;
    }

    /// <summary>Forgets the incarnation there is, which knows numbers of ours: it may not come back.</summary>
    private void LoseIncarnation()
    {
        if (_uid is { } uid && _outbox.NextNumber > 0)
            _context.Peers.Lost.Add(Remote, uid);
        ForgetIncarnation();
    }

    /// <summary>A writer that works is kept, for the sake of order; one the peer is silent on gives way.</summary>
    private void ChooseWriter(ProtocolConnection opened)
    {
        if (_writer is not { IsOpen: true, HeardLately: true })
            WriteOn(opened);
    }

    /// <summary>What another connection carried of system messages may be lost with it.</summary>
    private void WriteOn(ProtocolConnection? connection)
    {
        _writer = connection;
        _outbox.Rewind();
    }

    private void Refuse(ProtocolConnection connection, int uid)
    {
        connection.Close(_state == State.Closed ? DisassociateInfo.Shutdown : DisassociateInfo.Quarantined);
        Ended(connection, DisassociateInfo.Unknown, new InvalidAssociationException(
            $"{Remote} with UID {uid} is quarantined; that actor system has to be restarted"));
    }

    private void TellQuarantined(int uid, string reason)
    {
        _context.Warn($"Quarantining {Remote} with UID {uid}: {reason}");
        _context.Publish(new QuarantinedEvent(Remote, uid));
    }

    private void Connect()
    {
        _state = State.Connecting;
        _context.Connect(this);
    }
}
