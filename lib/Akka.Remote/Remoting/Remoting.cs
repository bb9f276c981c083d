using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote;

/// <summary>All transports of a system and all its associations.</summary>
internal sealed partial class Remoting : RemoteTransport, IProtocolOwner
{
    private sealed record Bound(
        Transport.Transport Transport,
        Address Local,
        ByteString Associate,
        AssociationContext Context,
        TaskCompletionSource<IAssociationEventListener> Upstream);

    private readonly ConcurrentDictionary<Address, Association> _associations = new();
    private readonly RemoteSettings _settings;
    private readonly ProtocolSettings _protocol;
    private readonly AllPeers _peers;
    private readonly InboundDispatcher _inbound;
    private readonly List<Transport.Transport> _transports = [];
    private readonly DropLog _strangers;
    private readonly DropLog _failed;
    private readonly DropLog _warnings;
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Bound[] _bound = [];
    private HashSet<Address> _addresses = [];
    private int _stopping;
    private volatile bool _startGivenUp;
    private volatile bool _closed;

    internal Remoting(ExtendedActorSystem system, RemoteActorRefProvider provider) : base(system, provider)
    {
        _settings = provider.RemoteSettings;
        _peers = new AllPeers(_settings.Limits);
        _inbound = new InboundDispatcher(system, provider, _settings, Log);
        _halfOpen = new HalfOpenConnections<ProtocolConnection>(_settings.Limits.HalfOpenConnections);
        _unanswered = new HalfOpenConnections<ProtocolConnection>(_settings.Limits.HalfOpenConnections);
        _opening = new HalfOpenConnections<CancellationTokenSource>(_settings.Limits.HalfOpenConnections);
        _strangers = new DropLog(system.Scheduler, Log.Warning);
        _failed = new DropLog(system.Scheduler, text => Log.Log(LogLevel.WarningLevel, null!, text), DropLog.Crowd);
        _warnings = new DropLog(system.Scheduler, text => Log.Log(LogLevel.WarningLevel, null!, text), DropLog.Crowd);
        _protocol = new ProtocolSettings(
            system.Scheduler,
            _settings.HandshakeTimeout,
            _settings.TransportHeartBeatInterval,
            () => FailureDetectorLoader.Load(_settings.TransportFailureDetector, system));
    }

    /// <inheritdoc />
    public override ISet<Address> Addresses => _addresses;

    /// <inheritdoc />
    public override Address DefaultAddress => _bound[0].Local;

    /// <summary>How many peers are remembered, connected or not.</summary>
    internal int AssociationCount => _associations.Count;

    /// <inheritdoc />
    public override void Start()
    {
        try
        {
            // ActorSystem.Create is synchronous, and a system whose address isn't known can't make a single path.
            var starting = StartAsync();
            if (!starting.Wait(_settings.StartupTimeout))
            {
                // It ends later, now that nobody waits for it: whatever comes to listen until then is shut down once more.
                _startGivenUp = true;
                _ = starting.ContinueWith(
                    late =>
                    {
                        _ = late.Exception;
                        ShutDownTransports();
                    },
                    CancellationToken.None,
                    TaskContinuationOptions.None,
                    TaskScheduler.Default);
                throw new RemoteTransportException($"Remoting did not start within {_settings.StartupTimeout.TotalSeconds:0.#} s (akka.remote.startup-timeout)");
            }
        }
        catch (Exception e)
        {
            var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            System.EventStream.Publish(new RemotingErrorEvent(cause));
            ShutDownTransports();
            if (ReferenceEquals(cause, e))
                throw;
            throw cause as RemoteTransportException ?? new RemoteTransportException($"Remoting can't start: {cause.Message}", cause);
        }

        Publish(new RemotingListenEvent([.. _bound.Select(bound => bound.Local)]));
    }

    /// <summary>Takes the connections others open, from now on.</summary>
    internal void Accept()
    {
        foreach (var bound in _bound)
            bound.Upstream.TrySetResult(new Listener(this, bound));
    }

    /// <inheritdoc />
    public override async Task Shutdown()
    {
        if (Interlocked.Exchange(ref _stopping, 1) == 1)
        {
            await _shutdown.Task.ConfigureAwait(false);
            return;
        }

        var settled = Task.WhenAll(_associations.Values.Select(association => association.WhenSettled()));
        await Within(settled, _settings.FlushWait).ConfigureAwait(false);
        _closed = true;
        foreach (var association in _associations.Values)
            association.Shutdown();
        await Within(Task.WhenAll(_transports.Select(transport => transport.Shutdown())), _settings.ShutdownTimeout).ConfigureAwait(false);
        Publish(new RemotingShutdownEvent());
        _shutdown.SetResult();
    }

    /// <inheritdoc />
    public override void Send(object message, IActorRef? sender, RemoteActorRef recipient)
    {
        while (!(recipient.Association ??= AssociationWith(recipient.Path.Address)).TrySend(message, sender, recipient))
            recipient.Association = null;
    }

    /// <inheritdoc />
    public override async Task<bool> ManagementCommand(object cmd)
    {
        var taken = await Task.WhenAll(_transports.Select(transport => transport.ManagementCommand(cmd))).ConfigureAwait(false);
        return taken.Any(yes => yes);
    }

    /// <inheritdoc />
    public override Address LocalAddressForRemote(Address remote) => BoundFor(remote).Local;

    /// <inheritdoc />
    public override void Quarantine(Address address, int? uid)
    {
        if (uid is not null || _associations.ContainsKey(address))
            WithAssociation(address, association => association.TryQuarantine(uid, "it is unreachable or no longer wanted"));
    }

    void IProtocolOwner.Handshaken(ProtocolConnection connection, Address remote, int uid)
    {
        HalfOpen(connection).Remove(connection);

        // What we are connecting to still gets what was said before the end.
        if (_stopping == 1 && connection.IsInbound)
            connection.Close(DisassociateInfo.Shutdown);
        else if (_addresses.Contains(remote))
            connection.Close(DisassociateInfo.Unknown);
        else
            WithAssociation(remote, association => association.TryAccept(connection, uid));
    }

    void IProtocolOwner.Received(ProtocolConnection connection, EnvelopeFrame envelope) =>
        _inbound.Deliver(envelope, connection.Remote!, connection.Local);

    void IProtocolOwner.Received(ProtocolConnection connection, AckAndEnvelopeContainer payload)
    {
        // It is there for as long as it has connections.
        if (_associations.TryGetValue(connection.Remote!, out var association))
            association.Received(connection, payload);
    }

    void IProtocolOwner.Drained(ProtocolConnection connection)
    {
        if (_associations.TryGetValue(connection.Remote!, out var association))
            association.Drained();
    }

    void IProtocolOwner.Ended(ProtocolConnection connection, DisassociateInfo info, Exception cause)
    {
        HalfOpen(connection).Remove(connection);
        if (connection.Remote is { } remote && _associations.TryGetValue(remote, out var association))
            association.Ended(connection, info, cause);
        else if (connection.IsInbound && cause is InvalidAssociationException)
            _failed.Add($"A connection from {connection.Peer.Host}:{connection.Peer.Port} failed: {cause.Message}", static count => $"{count} more connections from others failed");
        else
            Log.Debug("A connection with [{0}] ended before its handshake: {1}", connection.Peer, cause.Message);
    }

    private async Task StartAsync()
    {
        // A failure detector that can't be made is told now, not when the first peer comes.
        _ = _protocol.CreateFailureDetector();
        _ = FailureDetectorLoader.Load(_settings.WatchFailureDetector, System);
        var bound = new List<Bound>();

        // All of them before the first one listens: a start that takes too long must know what to shut down.
        foreach (var section in _settings.Transports)
            _transports.Add(_settings.Adapters.Apply(section.Adapters, Create(section), System));
        foreach (var transport in _transports)
        {
            if (_startGivenUp)
                return;
            var (address, upstream) = await transport.Listen().ConfigureAwait(false);
            var local = Pdu.FromTransport(address);
            var associate = Pdu.Associate(local, AddressUidExtension.Uid(System));
            Bound? entry = null;
            var context = new AssociationContext(
                System, _settings, Log, local, transport.MaximumPayloadBytes, _inbound, _peers, Publish,
                association => Connect(entry!, association),
                association => _associations.TryRemove(KeyValuePair.Create(association.Remote, association)),
                TryMakeRoom);
            entry = new Bound(transport, local, associate, context, upstream);
            bound.Add(entry);
        }

        if (bound.Count == 0)
            throw new RemoteTransportException("No transport to start: akka.remote.enabled-transports is empty");
        _bound = [.. bound];
        _addresses = [.. bound.Select(entry => entry.Local)];
    }

    private void ShutDownTransports()
    {
        foreach (var transport in _transports)
            _ = transport.Shutdown();
    }

    private Transport.Transport Create(RemoteSettings.TransportSettings section)
    {
        try
        {
            return (Transport.Transport)Activator.CreateInstance(section.TransportClass, System, section.Config)!;
        }
        catch (global::System.Reflection.TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new RemoteTransportException($"Remoting can't start: {cause.Message}", cause);
        }
    }

    private Association AssociationWith(Address remote)
    {
        if (_associations.TryGetValue(remote, out var known))
            return known;
        if (_associations.Count >= _settings.Limits.RememberedPeers)
            ForgetLongestAway();
        var association = _associations.GetOrAdd(remote, address => new Association(address, BoundFor(address).Context));

        // Nothing is opened any more, and there may be no scheduler to try again later.
        if (_closed)
            association.Shutdown();
        return association;
    }

    /// <summary>Tries again with a new association for as long as one is forgotten in between.</summary>
    private void WithAssociation(Address remote, Func<Association, bool> tryAct)
    {
        bool done;
        do
            done = tryAct(AssociationWith(remote));
        while (!done);
    }

    private Bound BoundFor(Address remote)
    {
        var transportAddress = Pdu.ToTransport(remote);
        foreach (var bound in _bound)
        {
            if (bound.Local.Protocol == remote.Protocol && bound.Transport.IsResponsibleFor(transportAddress))
                return bound;
        }

        throw new RemoteTransportException($"No transport reaches {remote}; there are: {string.Join(", ", _bound.Select(bound => bound.Local.Protocol))}");
    }

    private async Task Within(Task task, TimeSpan limit)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(task, Task.Delay(limit, TimeProvider.System, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Takes the connections others open to one transport.</summary>
    private sealed class Listener(Remoting remoting, Bound bound) : IAssociationEventListener
    {
        public void Notify(IAssociationEvent ev)
        {
            if (ev is not InboundAssociation inbound)
                return;
            var connection = new ProtocolConnection(inbound.Association, bound.Local, null, bound.Associate, remoting._protocol, remoting);
            var superfluous = remoting._halfOpen.Add(connection);
            connection.Start();
            if (superfluous?.TryTurnAway() != true)
                return;
            remoting._strangers.Add(
                $"Closed a connection that did not say who it is: there were more than {remoting._settings.Limits.HalfOpenConnections} (akka.remote.limits.half-open-connections)",
                count => $"Closed {count} more connections that did not say who they are");
        }
    }
}
