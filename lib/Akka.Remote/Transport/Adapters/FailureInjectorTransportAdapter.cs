using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Remote.Transport;

/// <summary>
/// Loses frames and associations at random, as told by <see cref="All"/> and <see cref="One"/> through the transport's
/// ManagementCommand; until then it lets everything through.
/// <para>
/// Chance is seeded by <c>akka.remote.gremlin.seed</c>: the n-th frame of a direction of the k-th connection always fares the
/// same. A lost frame counts as written. An association is refused when either direction loses it.
/// </para>
/// </summary>
public class FailureInjectorTransportAdapter : AbstractTransportAdapter, IAssociationEventListener
{
    /// <summary>This adapter's scheme.</summary>
    public const string FailureInjectorSchemeIdentifier = "gremlin";

    private readonly ConcurrentDictionary<(string? Host, int? Port), IGremlinMode> _modes = new();
    private readonly int _seed;
    private readonly Chance _associations;
    private readonly ILoggingAdapter _log;
    private volatile IGremlinMode _modeOfOthers = PassThru.Instance;
    private volatile IAssociationEventListener? _upstream;
    private int _connections;

    /// <summary>An adapter around <paramref name="wrappedTransport"/> that lets everything through.</summary>
    public FailureInjectorTransportAdapter(Transport wrappedTransport, ExtendedActorSystem extendedActorSystem) : base(wrappedTransport)
    {
        const string Section = "akka.remote.gremlin";
        var gremlin = extendedActorSystem.Settings.Config.GetConfig(Section) ?? Config.Empty;
        _seed = new SettingsReader(gremlin, Section).Number("seed", int.MinValue);
        _associations = new Chance(_seed);
        _log = Logging.GetLogger(extendedActorSystem, typeof(FailureInjectorTransportAdapter));
    }

    /// <inheritdoc />
    protected override SchemeAugmenter SchemeAugmenter { get; } = new(FailureInjectorSchemeIdentifier);

    /// <summary>Takes <see cref="All"/> and <see cref="One"/>; the rest is for the transport below.</summary>
    public override Task<bool> ManagementCommand(object message)
    {
        switch (message)
        {
            case All all:
                _modeOfOthers = all.Mode;
                return Task.FromResult(true);
            case One one:
                _modes[(one.RemoteAddress.Host, one.RemoteAddress.Port)] = one.Mode;
                return Task.FromResult(true);
            default:
                return base.ManagementCommand(message);
        }
    }

    /// <summary>Takes a connection that somebody opened, or loses it.</summary>
    public void Notify(IAssociationEvent ev)
    {
        if (ev is not InboundAssociation { Association: var handle })
            _upstream?.Notify(ev);
        else if (_associations.Happens(ModeOf(handle.RemoteAddress).InboundDropP))
            handle.Disassociate();
        else
            _upstream?.Notify(new InboundAssociation(Wrap(handle)));
    }

    /// <inheritdoc />
    protected override async Task<IAssociationEventListener> InterceptListen(
        Address listenAddress, Task<IAssociationEventListener> listenerTask)
    {
        _upstream = await listenerTask.ConfigureAwait(false);
        _log.Warning("The adapter gremlin is applied to {0}; it may lose messages when it is told to", listenAddress);
        return this;
    }

    /// <inheritdoc />
    protected override void InterceptAssociate(Address remoteAddress, TaskCompletionSource<AssociationHandle> statusPromise)
    {
        var mode = ModeOf(remoteAddress);
        if (_associations.Happens(mode.OutboundDropP) || _associations.Happens(mode.InboundDropP))
            statusPromise.SetException(new FailureInjectorException($"Cannot connect to {remoteAddress}: gremlin simulates that nobody answers"));
        else
            _ = AssociateWrappedAsync(remoteAddress, statusPromise, Wrap);
    }

    /// <summary>What happens to frames to and from an address, as the transport below calls it.</summary>
    internal Drop ModeOf(Address remote) =>
        _modes.GetValueOrDefault((remote.Host, remote.Port), _modeOfOthers) as Drop ?? Drop.Nothing;

    private FailureInjectorHandle Wrap(AssociationHandle handle)
    {
        var number = Interlocked.Increment(ref _connections);
        return new FailureInjectorHandle(handle, this, ChanceOf(2 * number), ChanceOf((2 * number) + 1));
    }

    /// <summary>Numbers next to each other get seeds far from each other.</summary>
    private Chance ChanceOf(int number) => new(unchecked(_seed ^ (number * (int)0x9E3779B1)));

    /// <summary>What to do with frames: <see cref="Drop"/> or <see cref="PassThru"/>.</summary>
    public interface IGremlinMode;

    /// <summary>Lets everything through.</summary>
    public sealed class PassThru : IGremlinMode
    {
        private PassThru()
        {
        }

        /// <summary>The only one.</summary>
        public static PassThru Instance { get; } = new();
    }

    /// <summary>Loses frames at random.</summary>
    public sealed class Drop : IGremlinMode
    {
        /// <summary>How likely a frame is lost on its way out and on its way in, 0 to 1.</summary>
        public Drop(double outboundDropP, double inboundDropP)
        {
            OutboundDropP = outboundDropP;
            InboundDropP = inboundDropP;
        }

        /// <summary>How likely a frame that goes out is lost, 0 to 1.</summary>
        public double OutboundDropP { get; }

        /// <summary>How likely a frame that comes in is lost, 0 to 1.</summary>
        public double InboundDropP { get; }

        internal static Drop Nothing { get; } = new(0, 0);
    }

    /// <summary>Sets the mode of all addresses that have none of their own.</summary>
    public sealed class All
    {
        /// <summary>From now on <paramref name="mode"/>.</summary>
        public All(IGremlinMode mode) => Mode = mode;

        /// <summary>What to do with frames.</summary>
        public IGremlinMode Mode { get; }
    }

    /// <summary>
    /// Sets the mode of one address; only its host and port count. A connection that a peer opened comes from a port of its own,
    /// so what comes by it is a matter of <see cref="All"/>.
    /// </summary>
    public sealed class One
    {
        /// <summary>From now on <paramref name="mode"/> for <paramref name="remoteAddress"/>.</summary>
        public One(Address remoteAddress, IGremlinMode mode)
        {
            RemoteAddress = remoteAddress;
            Mode = mode;
        }

        /// <summary>Whose frames.</summary>
        public Address RemoteAddress { get; }

        /// <summary>What to do with them.</summary>
        public IGremlinMode Mode { get; }
    }
}
