using Google.Protobuf;

namespace Akka.Remote.Transport;

/// <summary>
/// A connection that loses frames at random. Its end is never lost: that is no frame, each side finds out by itself.
/// </summary>
internal sealed class FailureInjectorHandle : AbstractTransportAdapterHandle
{
    private readonly FailureInjectorTransportAdapter _gremlin;
    private readonly Chance _outbound;
    private readonly Chance _inbound;

    internal FailureInjectorHandle(AssociationHandle wrappedHandle, FailureInjectorTransportAdapter gremlin, Chance outbound, Chance inbound)
        : base(wrappedHandle, FailureInjectorTransportAdapter.FailureInjectorSchemeIdentifier)
    {
        _gremlin = gremlin;
        _outbound = outbound;
        _inbound = inbound;
        InterceptReading(upstream => new Reader(this, upstream));
    }

    /// <inheritdoc />
    public override bool Write(ByteString payload) =>
        _outbound.Happens(_gremlin.ModeOf(OriginalRemoteAddress).OutboundDropP) || WrappedHandle.Write(payload);

    /// <inheritdoc />
    public override void Disassociate() => DisassociateWrapped();

    private sealed class Reader(FailureInjectorHandle handle, IHandleEventListener upstream) : IHandleEventListener, IDrainedListener
    {
        public void Drained() => (upstream as IDrainedListener)?.Drained();

        public void Notify(IHandleEvent ev)
        {
            var lost = ev is InboundPayload && handle._inbound.Happens(handle._gremlin.ModeOf(handle.OriginalRemoteAddress).InboundDropP);
            if (!lost)
                upstream.Notify(ev);
        }
    }
}
