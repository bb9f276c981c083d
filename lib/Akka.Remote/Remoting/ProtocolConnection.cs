using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote;

/// <summary>Who a <see cref="ProtocolConnection"/> tells what happens on it.</summary>
internal interface IProtocolOwner
{
    /// <summary>The peer said who it is. The owner answers by <see cref="ProtocolConnection.Open"/> or <see cref="ProtocolConnection.Close"/>.</summary>
    void Handshaken(ProtocolConnection connection, Address remote, int uid);

    /// <summary>An ordinary message came in, after the handshake.</summary>
    void Received(ProtocolConnection connection, EnvelopeFrame envelope);

    /// <summary>Any other payload came in, after the handshake.</summary>
    void Received(ProtocolConnection connection, AckAndEnvelopeContainer payload);

    /// <summary>What was refused may be written now.</summary>
    void Drained(ProtocolConnection connection);

    /// <summary>The connection is over, and not because the owner closed it. Told once.</summary>
    void Ended(ProtocolConnection connection, DisassociateInfo info, Exception cause);
}

/// <summary>
/// Akka's protocol on one connection: handshake, signs of life, the kinds of end.
/// <code>
///                 ours: ASSOCIATE goes out
///   Handshaking ── ASSOCIATE comes in, owner opens (theirs: ASSOCIATE goes out) ──> Open
///        │                                                                           │
///        │ anything else, or nothing within handshake-timeout                        │ DISASSOCIATE*, end of stream, garbage,
///        v                                                                           v no sign of life
///      Ended  &lt;──────────────────────── owner closes ─────────────────────────────  Ended
/// </code>
/// A transport calls <see cref="Notify"/> for one event at a time; <see cref="Drained"/>, timers and the owner may come in between.
/// </summary>
internal sealed class ProtocolConnection : IHandleEventListener, IDrainedListener
{
    private enum State
    {
        Handshaking,
        Open,
        Ended,
    }

    private readonly AssociationHandle _handle;
    private readonly ProtocolSettings _settings;
    private readonly IProtocolOwner _owner;
    private readonly ByteString _associate;
    private FailureDetector _failureDetector = null!;
    private ICancelable? _handshakeTimer;
    private ICancelable? _heartbeatTimer;
    private volatile State _state = State.Handshaking;

    /// <summary>Prepares a connection; nothing moves before <see cref="Start"/>.</summary>
    internal ProtocolConnection(
        AssociationHandle handle, Address local, Address? expectedRemote, ByteString associate, ProtocolSettings settings, IProtocolOwner owner)
    {
        _handle = handle;
        Local = local;
        Remote = expectedRemote;
        _associate = associate;
        _settings = settings;
        _owner = owner;
        IsInbound = expectedRemote is null;
    }

    /// <summary>The other end of the connection, as the transport sees it.</summary>
    internal Address Peer => _handle.RemoteAddress;

    /// <summary>Our address, as it stands in paths.</summary>
    internal Address Local { get; }

    /// <summary>The peer's address, as it stands in paths; known from the start when we opened the connection.</summary>
    internal Address? Remote { get; private set; }

    /// <summary>Whether the peer opened the connection.</summary>
    internal bool IsInbound { get; }

    /// <summary>Whether the handshake is done and the connection not over.</summary>
    internal bool IsOpen => _state == State.Open;

    /// <summary>Whether the peer has given a sign of life lately; false long before the failure detector gives it up.</summary>
    internal bool HeardLately => _settings.Scheduler.MonotonicClock - LastHeard < 2 * _settings.HeartbeatInterval;

    private TimeSpan LastHeard { get; set; }

    /// <summary>Begins the handshake and to read.</summary>
    internal void Start()
    {
        try
        {
            Begin();
        }
#pragma warning disable CA1031 // A failure detector is the program's own, as is an adapter; whatever they throw, this connection is of no use.
        catch (Exception e)
#pragma warning restore CA1031
        {
            End(DisassociateInfo.Unknown, new InvalidAssociationException(e.Message, e));
        }

        // Given up by another thread before there were timers to cancel.
        Interlocked.MemoryBarrier();
        if (_state == State.Ended)
            CancelTimers();
    }

    private void Begin()
    {
        _failureDetector = _settings.CreateFailureDetector();
        Heard();
        _handshakeTimer = _settings.Scheduler.Advanced.ScheduleOnceCancelable(_settings.HandshakeTimeout, HandshakeOverdue);
        _heartbeatTimer = _settings.Scheduler.Advanced.ScheduleRepeatedlyCancelable(_settings.HeartbeatInterval, _settings.HeartbeatInterval, Beat);
        if (IsInbound || _handle.Write(_associate))
            _handle.ReadHandlerSource.TrySetResult(this);
        else
            GiveUp("The connection does not take the handshake");
    }

    /// <summary>
    /// The owner takes the handshake: payloads may flow. A peer that opened the connection gets its answer. False: it is over already,
    /// or does not take the answer; the owner closes it.
    /// </summary>
    internal bool Open()
    {
        if (Interlocked.CompareExchange(ref _state, State.Open, State.Handshaking) != State.Handshaking)
            return false;
        return !IsInbound || _handle.Write(_associate);
    }

    /// <summary>Queues a frame. False: not now, or never more.</summary>
    internal bool Write(ByteString frame) => IsOpen && _handle.Write(frame);

    /// <summary>Ends the connection from our side, saying why; what is queued is still written.</summary>
    internal void Close(DisassociateInfo info)
    {
        if (Interlocked.Exchange(ref _state, State.Ended) != State.Ended)
            SayGoodbye(info);
    }

    /// <summary>Ends the connection from our side, unless the handshake is done by now. False: it is, or the connection is over.</summary>
    internal bool TryTurnAway()
    {
        if (!TryEndHandshaking())
            return false;
        SayGoodbye(DisassociateInfo.Unknown);
        return true;
    }

    /// <summary>
    /// Ends the connection as if it had broken, unless the handshake is done by now: the owner hears of it, with the reason.
    /// </summary>
    internal void GiveUp(string reason)
    {
        if (TryEndHandshaking())
            Over(DisassociateInfo.Unknown, new AkkaProtocolException(reason));
    }

    /// <inheritdoc />
    public void Notify(IHandleEvent ev)
    {
        if (_state == State.Ended)
            return;
        switch (ev)
        {
            case InboundPayload inbound:
                Heard();
                try
                {
                    Take(inbound.Payload);
                }
                catch (PduException e)
                {
                    End(DisassociateInfo.Unknown, new AkkaProtocolException($"What {_handle.RemoteAddress} sent is not Akka's protocol: {e.Message}", e));
                }

                break;
            case Disassociated gone:
                End(gone.Info, gone.Cause as Exception ?? new AkkaProtocolException(
                    IsOpen ? "The connection to the peer was lost" : "The peer closed the connection before the handshake was done"));
                break;
        }
    }

    /// <inheritdoc />
    public void Drained()
    {
        if (IsOpen)
            _owner.Drained(this);
    }

    private void Take(ByteString frame)
    {
        if (IsOpen && EnvelopeFrame.TryRead(frame.Span, out var envelope))
            _owner.Received(this, envelope);
        else
            Take(Pdu.ReadMessage(frame));
    }

    private void Take(AkkaProtocolMessage message)
    {
        if (message.Instruction is { } control)
            Obey(control);
        else if (IsOpen)
            _owner.Received(this, Pdu.ReadPayload(message.Payload));
        else
            throw new PduException("a payload came before the handshake");
    }

    private void Obey(AkkaControlMessage control)
    {
        switch (control.CommandType)
        {
            case CommandType.Associate when IsOpen:
                // Said twice; the first one holds.
                break;
            case CommandType.Associate:
                Shake(control.HandshakeInfo);
                break;
            case CommandType.Heartbeat when IsOpen:
                break;
            case CommandType.Disassociate:
                End(DisassociateInfo.Unknown, new AkkaProtocolException("The peer ended the association"));
                break;
            case CommandType.DisassociateShuttingDown:
                End(DisassociateInfo.Shutdown, new AkkaProtocolException("The peer's actor system shut down"));
                break;
            case CommandType.DisassociateQuarantined:
                End(DisassociateInfo.Quarantined, new AkkaProtocolException("The peer has quarantined this actor system; restart it to talk to the peer again"));
                break;
            default:
                throw new PduException($"the instruction {control.CommandType} has no place here");
        }
    }

    private void Shake(AkkaHandshakeInfo? handshake)
    {
        var origin = Pdu.ReadOrigin(handshake);
        if (origin.Protocol != Local.Protocol)
            throw new PduException($"the node there speaks {origin.Protocol}, not {Local.Protocol}");
        if (Remote is not null && Remote != origin)
            throw new PduException($"the node there calls itself {origin}, not {Remote}; use that address");
        Remote = origin;
        _owner.Handshaken(this, origin, (int)handshake!.Uid);
    }

    private void HandshakeOverdue() => GiveUp($"No handshake within {_settings.HandshakeTimeout.TotalSeconds:0.#} s");

    /// <summary>The handshake may be done at this very moment, by another thread, and what is open is of use to its owner.</summary>
    private bool TryEndHandshaking() => Interlocked.CompareExchange(ref _state, State.Ended, State.Handshaking) == State.Handshaking;

    private void Beat()
    {
        if (!IsOpen)
            return;
        if (_failureDetector.IsAvailable)
            _handle.Write(Pdu.Heartbeat);
        else
            End(DisassociateInfo.Unknown, new AkkaProtocolException("No sign of life from the peer; the connection is taken for lost"));
    }

    private void CancelTimers()
    {
        _handshakeTimer?.Cancel();
        _heartbeatTimer?.Cancel();
    }

    private void Heard()
    {
        LastHeard = _settings.Scheduler.MonotonicClock;
        _failureDetector.HeartBeat();
    }

    private void SayGoodbye(DisassociateInfo info)
    {
        CancelTimers();
        _handle.Write(Pdu.Disassociate(info));
        _handle.Disassociate();
    }

    private void End(DisassociateInfo info, Exception cause)
    {
        if (Interlocked.Exchange(ref _state, State.Ended) != State.Ended)
            Over(info, cause);
    }

    private void Over(DisassociateInfo info, Exception cause)
    {
        CancelTimers();
        _handle.Disassociate();
        _owner.Ended(this, info, cause);
    }
}
