using Akka.Actor;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Transport;

/// <summary>
/// A connection with a limit each way. What may not go out yet is refused, so that the sender tries again; what may not come in
/// yet waits here. Its end comes after what waits.
/// </summary>
internal sealed class ThrottlerHandle : AbstractTransportAdapterHandle, IHandleEventListener, IDrainedListener
{
    private const long NanosecondsPerTick = 100;

    private readonly ThrottleTransportAdapter _adapter;
    private readonly IScheduler _scheduler;
    private readonly Lock _gate = new();
    private readonly Queue<IHandleEvent> _incoming = new();
    private IHandleEventListener? _upstream;
    private Throttle _limits = Throttle.None;
    private ThrottleMode _send = Unthrottled.Instance;
    private ThrottleMode _receive = Unthrottled.Instance;
    private ICancelable? _timer;
    private bool _delivering;
    private bool _ended;
    private volatile Address? _peer;

    internal ThrottlerHandle(AssociationHandle wrappedHandle, ThrottleTransportAdapter adapter, Address? peer, IScheduler scheduler)
        : base(wrappedHandle, ThrottleTransportAdapter.Scheme)
    {
        _adapter = adapter;
        _peer = peer;
        _scheduler = scheduler;
        InterceptReading(upstream =>
        {
            _upstream = upstream;
            return this;
        });
    }

    /// <summary>Who is at the other end. A peer that opened the connection says so in its handshake.</summary>
    internal Address? Peer => _peer;

    /// <inheritdoc />
    public override bool Write(ByteString payload)
    {
        lock (_gate)
        {
            if (_send is Blackhole)
                return true;
            var (rest, allowed) = _send.TryConsumeTokens(Now, payload.Length);
            if (!allowed || !WrappedHandle.Write(payload))
                return false;
            _send = rest;
            return true;
        }
    }

    /// <inheritdoc />
    public override void Disassociate()
    {
        _adapter.Forget(this);
        DisassociateWrapped();
    }

    /// <summary>Closes as if the peer had done so for a reason.</summary>
    internal void Disassociate(DisassociateInfo reason)
    {
        PassReadingOn();
        Take(new Disassociated(reason));
        Disassociate();
    }

    /// <summary>Takes over the limits of the peer's address, if they are others than before.</summary>
    internal void LimitsChanged()
    {
        lock (_gate)
        {
            var limits = _adapter.ThrottleOf(_peer);
            if (!ReferenceEquals(limits.Send, _limits.Send))
                _send = limits.Send;
            if (!ReferenceEquals(limits.Receive, _limits.Receive))
                _receive = limits.Receive;
            _limits = limits;
            _timer?.Cancel();
            _timer = null;
        }

        DeliverDue();
    }

    void IHandleEventListener.Notify(IHandleEvent ev)
    {
        if (_peer is null && ev is InboundPayload first && OriginOf(first.Payload) is { } origin)
        {
            _peer = origin;
            LimitsChanged();
        }

        Take(ev);
    }

    /// <summary>Told at once: it is of no use when it waits for what comes in.</summary>
    void IDrainedListener.Drained() => (_upstream as IDrainedListener)?.Drained();

    private void Take(IHandleEvent ev)
    {
        lock (_gate)
        {
            if (_ended)
                return;
            _ended = ev is Disassociated;
            _incoming.Enqueue(ev);
        }

        DeliverDue();
    }

    /// <summary>One thread at a time passes on, outside the lock; the others leave theirs in the queue.</summary>
    private void DeliverDue()
    {
        while (true)
        {
            IHandleEvent? next;
            lock (_gate)
            {
                if (_delivering || _timer is not null || !TryTakeDue(out next))
                    return;
                _delivering = true;
            }

            try
            {
                if (next is Disassociated)
                    _adapter.Forget(this);
                _upstream?.Notify(next);
            }
            finally
            {
                lock (_gate)
                    _delivering = false;
            }
        }
    }

    private bool TryTakeDue([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IHandleEvent? next)
    {
        while (_incoming.TryPeek(out next))
        {
            if (next is InboundPayload { Payload.Length: var length } && _receive is not Unthrottled)
            {
                if (_receive is Blackhole)
                {
                    _incoming.Dequeue();
                    continue;
                }

                var (rest, allowed) = _receive.TryConsumeTokens(Now, length);
                if (!allowed)
                {
                    DeliverLater(_receive.TimeToAvailable(Now, length));
                    return false;
                }

                _receive = rest;
            }

            _incoming.Dequeue();
            return true;
        }

        return false;
    }

    private void DeliverLater(TimeSpan delay) => _timer = _scheduler.Advanced.ScheduleOnceCancelable(delay, () =>
    {
        lock (_gate)
            _timer = null;
        DeliverDue();
    });

    private long Now => _scheduler.MonotonicClock.Ticks * NanosecondsPerTick;

    private static Address? OriginOf(ByteString frame)
    {
        try
        {
            return Pdu.ReadOrigin(Pdu.ReadMessage(frame).Instruction?.HandshakeInfo);
        }
        catch (PduException)
        {
            // No handshake; whoever reads this will say what is wrong with it.
            return null;
        }
    }
}
