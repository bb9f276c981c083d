using Akka.Remote.Transport;
using Google.Protobuf;
using RemoteGuard.Limits;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>One connection. It judges incoming frames before Akka.Remote hears of them; outgoing frames make actors known.</summary>
internal sealed class GuardConnection : AssociationHandle, IHandleEventListener
{
    /// <summary>Akka.Remote ends a silent connection after 124 s but keeps its peer's data; the guard ends it sooner, and has that forgotten.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    private readonly GuardTransport _transport;
    private readonly AssociationHandle _below;
    private readonly object _gate = new();
    private readonly EventsAbove _above;
    private volatile Peer? _peer;
    private volatile bool _isClosed;
    private bool _hasEnded;
    private volatile bool _isForgotten;

    /// <summary>Puts the guard before a connection.</summary>
    public GuardConnection(GuardTransport transport, AssociationHandle below, long id, bool isInbound)
        : base(below.LocalAddress, below.RemoteAddress)
    {
        (_transport, _below, Id, IsInbound) = (transport, below, id, isInbound);
        _above = new EventsAbove(ReadHandlerSource.Task);
        Queues = new ConnectionQueues(this, transport, below, _above);
    }

    /// <summary>The number that no other connection of the transport has.</summary>
    public long Id { get; }

    /// <summary>Whether the other side opened it.</summary>
    public bool IsInbound { get; }

    /// <summary>The peer at the other end; null until it has said who it is.</summary>
    public Peer? Peer => _peer;

    /// <summary>Done when Akka.Remote listens and has heard the earlier events.</summary>
    public Task Listening => _above.Listening;

    /// <summary>The queues at its two ends.</summary>
    public ConnectionQueues Queues { get; }

    /// <summary>
    /// Begins to listen. Over TLS, what comes before anybody listens is lost, because the handshake makes DotNetty read before it is
    /// told to. So the guard listens at once, and keeps what comes until Akka.Remote listens.
    /// </summary>
    public void Begin() => _below.ReadHandlerSource.TrySetResult(this);

    /// <inheritdoc />
    public override bool Write(ByteString payload)
    {
        if (_isClosed)
            return false;
        var frame = Frame.Read(payload.Span);
        if (frame.Kind == FrameKind.Message)
        {
            _transport.Outgoing.Add(frame, _transport.Root);
            if (frame.Number != Frame.NoNumber)
                _peer?.Send(frame.Number);
        }

        if (!_below.Write(payload))
            return false;
        Queues.Sent(payload.Length);
        return true;
    }

#pragma warning disable CS0672 // Its replacement can't be overridden; it logs its reason and calls this.
    /// <inheritdoc />
    public override void Disassociate()
    {
        _isClosed = true;
        EndBelow();
    }
#pragma warning restore CS0672

    /// <inheritdoc />
    public void Notify(IHandleEvent ev)
    {
        if (ev is InboundPayload frame)
            Come(frame);
        else if (ev is Disassociated)
            Leave(ev);
        else if (!_isClosed)
            _above.Pass(ev);
    }

    /// <summary>Ends the connection, and logs why.</summary>
    public void Close(string why)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
        }

        _transport.Refuse("Connection closed", RemoteAddress, why);
        Forget();
        EndBelow();
        _above.Pass(new Disassociated(DisassociateInfo.Unknown));
    }

    /// <summary>Called every few seconds. Asks what has left both queues, and ends the connection if the peer has been silent for too long.</summary>
    public void Sweep()
    {
        if (_isClosed || _peer is not { } peer)
            return;
        if (peer.SilentFor(_transport.Time) >= LongestSilence && IsInbound)
            Close("it gives no sign of life");
        else
            Queues.Ask();
    }

    private void Come(InboundPayload payload)
    {
        if (_isClosed)
            return;
        var bytes = payload.Payload.Span;
        var frame = Frame.Read(bytes);
        if (_peer is not { } peer)
        {
            ComeFirst(payload, frame);
            return;
        }

        peer.Hear();
        if (frame.Kind == FrameKind.Message && frame.Recipient.SequenceEqual(_transport.AnswersTo))
        {
            // The answer may come over another connection than the question.
            if (OwnFrames.TryReadAnswer(frame.Payload, out var id))
                _transport.Read(id);
            return;
        }

        var verdict = peer.Judge(frame, bytes.Length, _transport.Rules, _transport.Root);
        if (verdict.Outcome == Outcome.Pass)
            Take(payload, frame);
        else if (verdict.Outcome == Outcome.Drop)
            _transport.Refuse("Message dropped", RemoteAddress, verdict.Why);
        else
            Close(verdict.Why);
    }

    private void ComeFirst(InboundPayload payload, scoped in Frame frame)
    {
        var length = payload.Payload.Length;
        if (FirstFrame.IsGoodbye(frame, length))
        {
            // The side that has connected must learn why it was not let in.
            _above.Pass(payload);
            return;
        }

        if (FirstFrame.Enter(frame, length, _transport, this, out var why) is not { } peer)
        {
            Close(why);
            return;
        }

        lock (_gate)
        {
            if (_isClosed)
            {
                _transport.Peers.Leave(peer, IsInbound, isForgotten: true);
                return;
            }

            _peer = peer;
        }

        _transport.Introduce(this);
        _above.Pass(payload);
    }

    private void Take(InboundPayload payload, scoped in Frame frame)
    {
        if (frame.Kind == FrameKind.Goodbye)
        {
            if (!frame.IsFinal)
                Forget();
            if (!_isForgotten)
                _above.Pass(payload);
            _isForgotten |= frame.IsFinal;
            return;
        }

        _above.Pass(payload);
        Queues.Came(frame, payload.Payload.Length);
    }

    private void Leave(IHandleEvent ev)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
        }

        Forget();
        End();
        _above.Pass(ev);
    }

    /// <summary>
    /// Akka.Remote keeps some 13 kB for days about every peer that was ever connected. If it need not remember a peer, it forgets it
    /// when it hears that the peer shuts down.
    /// </summary>
    private void Forget()
    {
        if (_isForgotten || !IsInbound || _peer is not { } peer || !_transport.Peers.MayForget(peer))
            return;
        _isForgotten = true;
        _above.Pass(new InboundPayload(OwnFrames.ShuttingDown));
    }

    private void EndBelow()
    {
        End();
#pragma warning disable CS0618 // Its replacement only logs a reason.
        _below.Disassociate();
#pragma warning restore CS0618
    }

    private void End()
    {
        lock (_gate)
        {
            if (_hasEnded)
                return;
            _hasEnded = true;
        }

        if (_peer is { } peer)
            _transport.Peers.Leave(peer, IsInbound, _isForgotten);
        Queues.End();
        _transport.Remove(this);
    }
}
