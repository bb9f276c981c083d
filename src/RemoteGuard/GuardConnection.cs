using Akka.Remote.Transport;
using Google.Protobuf;
using RemoteGuard.Limits;
using RemoteGuard.Rules;
using RemoteGuard.Wire;

namespace RemoteGuard;

/// <summary>One connection. Frames that come are judged before Akka.Remote hears of them; frames that go make actors known.</summary>
internal sealed class GuardConnection : AssociationHandle, IHandleEventListener
{
    private const int LongestHandshake = 1024;

    /// <summary>Akka.Remote ends a silent connection after 124 s, but keeps all of its peer; the guard ends it sooner, and has it forgotten.</summary>
    private const int MostSilentSweeps = 20;

    private readonly GuardTransport _transport;
    private readonly AssociationHandle _below;
    private readonly object _gate = new();
    private readonly UnreadOutput _unread;
    private readonly UnprocessedInput _unprocessed;
    private readonly EventsAbove _above;
    private volatile Peer? _peer;
    private volatile bool _isClosed;
    private bool _hasEnded;
    private volatile bool _isForgotten;
    private (int Frames, int Sweeps) _silence;

    /// <summary>Puts the guard before a connection.</summary>
    public GuardConnection(GuardTransport transport, AssociationHandle below, long id, bool isInbound)
        : base(below.LocalAddress, below.RemoteAddress)
    {
        (_transport, _below, Id, IsInbound) = (transport, below, id, isInbound);
        _unread = new UnreadOutput(id, transport.Unread, transport.Time);
        _unprocessed = new UnprocessedInput(id, transport.Unprocessed, transport.Time);
        _above = new EventsAbove(ReadHandlerSource.Task);
    }

    /// <summary>Tells it from all other connections of the transport.</summary>
    public long Id { get; }

    /// <summary>Whether the other side has opened it.</summary>
    public bool IsInbound { get; }

    /// <summary>Who is at the other end; null until it has said so.</summary>
    public Peer? Peer => _peer;

    /// <summary>Ends when Akka.Remote listens and has been told what came before.</summary>
    public Task Listening => _above.Listening;

    /// <summary>How much was sent and may not have been read, in bytes.</summary>
    public long UnreadLength => _unread.Length;

    /// <summary>How much has come and may wait for actors, in bytes.</summary>
    public long UnprocessedLength => _unprocessed.Length;

    /// <summary>
    /// Begins to hear what comes. Below, what comes before somebody listens is lost when it comes over TLS: its handshake makes
    /// DotNetty read before it is told to. So the guard listens at once, and keeps what comes until Akka.Remote listens.
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
        if (_unread.Grow(payload.Length) is not BacklogStep.None and var step)
            KeepUnreadShort(step);
        return true;
    }

#pragma warning disable CS0672 // What replaces it can't be overridden; it logs its reason and comes here.
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

    /// <summary>Ends the connection, and tells the log why.</summary>
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

    /// <summary>Done every few seconds: asks what has come out of both queues, if anything may be left in them, and ends the connection when it is silent for long.</summary>
    public void Sweep()
    {
        if (_isClosed || _peer is not { } peer)
            return;
        _silence = peer.Frames == _silence.Frames ? (peer.Frames, _silence.Sweeps + 1) : (peer.Frames, 0);
        if (IsInbound && _silence.Sweeps >= MostSilentSweeps)
        {
            Close("it gives no sign of life");
            return;
        }

        AskWhetherItReads();
        AskWhetherActorsFollow();
    }

    /// <summary>An actor of this node has come to a question that was put behind all that came until then.</summary>
    public void Processed(long position) => _unprocessed.Answer(position);

    /// <summary>An answer of the peer to the question whether it reads has come.</summary>
    public void Read(string answer) => _unread.Answer(answer);

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
            // It may come on another connection than the question went.
            if (OwnFrames.TryReadAnswer(frame.Payload, out var id))
                _transport.Read(id);
            return;
        }

        var verdict = Judge(frame, bytes.Length, peer);
        if (verdict.Outcome == Outcome.Pass)
            Take(payload, frame);
        else if (verdict.Outcome == Outcome.Drop)
            _transport.Refuse("Message dropped", RemoteAddress, verdict.Why);
        else
            Close(verdict.Why);
    }

    private Verdict Judge(scoped in Frame frame, int length, Peer peer)
    {
        if (frame.Missing > 0 && !peer.CanMiss(frame.GreatestMissing))
            return Verdict.Close("it misses system messages that were not sent");
        var verdict = _transport.Rules.Judge(frame, length, _transport.Root, peer.Root);
        if (verdict.Outcome != Outcome.Pass || frame.Kind != FrameKind.Message || frame.Number == Frame.NoNumber)
            return verdict;
        verdict = peer.SystemMessages.Take(frame.Number);
        return verdict.Outcome == Outcome.Pass && WatchMessage.TryRead(frame.Payload, out var watch)
            ? peer.Watches.Take(watch, _transport.Rules.IsKnown(frame.Recipient[_transport.Root.Length..]))
            : verdict;
    }

    private void ComeFirst(InboundPayload payload, scoped in Frame frame)
    {
        var length = payload.Payload.Length;
        if (frame.Kind == FrameKind.Goodbye && length <= FrameRules.LongestGoodbye)
        {
            // Who has connected is to know why it was not let in.
            _above.Pass(payload);
            return;
        }

        if (frame.Kind != FrameKind.Associate || length > LongestHandshake || Handshake.TryRead(frame.Handshake, _transport.SchemeIdentifier) is not { } who)
        {
            Close("it does not say first who it is");
            return;
        }

        if (!IsInbound)
            who = who with { Root = Handshake.RootOf(RemoteAddress.Protocol, RemoteAddress.System, RemoteAddress.Host, RemoteAddress.Port) };
        if (System.Text.Ascii.Equals(_transport.Root, who.Root))
        {
            Close("it calls itself what this node is called");
            return;
        }

        var peer = _transport.Peers.Enter(who, IsInbound, out var former);
        if (peer is null)
        {
            Close("it calls itself what another one is called that is connected");
            return;
        }

        if (former is not null)
            _transport.CloseAll(former, "another one has come in its place");
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
        if (_unprocessed.Grow(frame, payload.Payload.Length, _transport.Root) is not BacklogStep.None and var step)
            KeepUnprocessedShort(step);
    }

    private void KeepUnreadShort(BacklogStep step) => KeepShort(
        step, AskWhetherItReads, "it does not read what is sent to it",
        static connection => connection.UnreadLength, "peers do not read what is sent to them, it least of all");

    private void KeepUnprocessedShort(BacklogStep step) => KeepShort(
        step, AskWhetherActorsFollow, "it sends more than this node's actors work off",
        static connection => connection.UnprocessedLength, "peers send more than this node's actors work off, it most of all");

    private void KeepShort(BacklogStep step, Action ask, string tooLong, Func<GuardConnection, long> lengthOf, string allTooLong)
    {
        if (step == BacklogStep.TooLong)
            Close(tooLong);
        else if (step == BacklogStep.AllTooLong)
            _transport.CloseLongest(lengthOf, allTooLong);
        else
            ask();
    }

    private void AskWhetherActorsFollow()
    {
        if (_unprocessed.Ask(_transport.Root, _transport.AnswersTo) is { } question)
            _above.Pass(new InboundPayload(question));
    }

    private void AskWhetherItReads()
    {
        if (_peer is { } peer && _unread.Ask(peer.Root, _transport.AnswersTo) is { } question)
            _below.Write(question);
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
    /// Akka.Remote keeps some 13 kB of everybody who was ever connected, for days. Of whom it need not know anything it forgets all when
    /// it hears that the peer shuts down.
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
#pragma warning disable CS0618 // What replaces it only logs a reason.
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
        _unread.End();
        _unprocessed.End();
        _transport.Remove(this);
    }
}
