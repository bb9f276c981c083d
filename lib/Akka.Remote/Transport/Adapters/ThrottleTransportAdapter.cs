using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// Limits how fast frames go, or throws them away, as told by <see cref="SetThrottle"/> through the transport's
/// ManagementCommand, and closes connections by <see cref="ForceDisassociate"/> and <see cref="ForceDisassociateExplicitly"/>;
/// until then it lets everything through. Time is the scheduler's.
/// </summary>
public class ThrottleTransportAdapter : AbstractTransportAdapter
{
    /// <summary>This adapter's scheme.</summary>
    public const string Scheme = "trttl";

    private readonly ConcurrentDictionary<(string? Host, int? Port), Throttle> _throttles = new();
    private readonly ConcurrentDictionary<ThrottlerHandle, byte> _handles = new();
    private readonly IScheduler _scheduler;

    /// <summary>An adapter around <paramref name="wrappedTransport"/> that lets everything through.</summary>
    public ThrottleTransportAdapter(Transport wrappedTransport, ActorSystem system) : base(wrappedTransport) => _scheduler = system.Scheduler;

    /// <summary>Which way frames go.</summary>
    public enum Direction
    {
        /// <summary>Out.</summary>
        Send = 0,

        /// <summary>In.</summary>
        Receive = 1,

        /// <summary>Either way.</summary>
        Both = 2,
    }

    /// <inheritdoc />
    protected override SchemeAugmenter SchemeAugmenter { get; } = new(Scheme);

    /// <summary>
    /// Takes <see cref="SetThrottle"/>, <see cref="ForceDisassociate"/> and <see cref="ForceDisassociateExplicitly"/>; the rest is
    /// for the transport below.
    /// </summary>
    public override Task<bool> ManagementCommand(object message)
    {
        switch (message)
        {
            case SetThrottle set:
                Set(set);
                return Task.FromResult(true);
            case ForceDisassociate force:
                foreach (var handle in HandlesOf(force.Address))
                    handle.Disassociate();
                return Task.FromResult(true);
            case ForceDisassociateExplicitly force:
                foreach (var handle in HandlesOf(force.Address))
                    handle.Disassociate(force.Reason);
                return Task.FromResult(true);
            default:
                return base.ManagementCommand(message);
        }
    }

    /// <inheritdoc />
    protected override async Task<IAssociationEventListener> InterceptListen(
        Address listenAddress, Task<IAssociationEventListener> listenerTask) => new Listener(this, await listenerTask.ConfigureAwait(false));

    /// <inheritdoc />
    protected override void InterceptAssociate(Address remoteAddress, TaskCompletionSource<AssociationHandle> statusPromise) =>
        _ = AssociateWrappedAsync(remoteAddress, statusPromise, handle => Wrap(handle, remoteAddress));

    /// <summary>The limits for an address; only its host and port count.</summary>
    internal Throttle ThrottleOf(Address? remote) =>
        remote is null ? Throttle.None : _throttles.GetValueOrDefault((remote.Host, remote.Port), Throttle.None);

    internal void Forget(ThrottlerHandle handle) => _handles.TryRemove(handle, out _);

    private ThrottlerHandle Wrap(AssociationHandle handle, Address? peer)
    {
        var wrapped = new ThrottlerHandle(handle, this, peer, _scheduler);
        _handles[wrapped] = 0;

        // A limit set in between reached neither this handle nor its construction.
        wrapped.LimitsChanged();
        return wrapped;
    }

    private void Set(SetThrottle set)
    {
        var key = (set.Address.Host, set.Address.Port);
        _throttles.AddOrUpdate(key, _ => Throttle.None.With(set), (_, old) => old.With(set));
        foreach (var handle in HandlesOf(set.Address))
            handle.LimitsChanged();
    }

    private IEnumerable<ThrottlerHandle> HandlesOf(Address address) =>
        _handles.Keys.Where(handle => handle.Peer is { } peer && peer.Host == address.Host && peer.Port == address.Port);

    private sealed class Listener(ThrottleTransportAdapter adapter, IAssociationEventListener upstream) : IAssociationEventListener
    {
        public void Notify(IAssociationEvent ev) =>
            upstream.Notify(ev is InboundAssociation inbound ? new InboundAssociation(adapter.Wrap(inbound.Association, null)) : ev);
    }
}
