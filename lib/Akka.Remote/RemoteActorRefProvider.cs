using System.Text;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Event;
using Akka.Serialization;

namespace Akka.Remote;

/// <summary>
/// Makes references within this system and to others. Named in <c>akka.actor.provider</c>, for short <c>remote</c>. Local actors
/// are the business of a <see cref="LocalActorRefProvider"/> inside.
/// </summary>
public class RemoteActorRefProvider : IRemoteActorRefProvider
{
    private readonly LocalActorRefProvider _local;
    private readonly EventStream _eventStream;
    private readonly ResolvedPaths _resolved = new();
    private ActorSystemImpl? _system;
    private Remoting? _transport;
    private IActorRef? _remoteWatcher;
    private Information? _serializationInformation;

    /// <summary>Makes the provider and puts remoting's defaults behind <paramref name="settings"/>.</summary>
    public RemoteActorRefProvider(string systemName, Settings settings, EventStream eventStream)
    {
        settings.InjectTopLevelFallback(RemoteConfig.Default());
        _eventStream = eventStream;
        RemoteSettings = new RemoteSettings(settings.Config);
        _local = new LocalActorRefProvider(systemName, settings, eventStream);
    }

    /// <inheritdoc />
    public RemoteSettings RemoteSettings { get; }

    /// <inheritdoc />
    public RemoteTransport Transport => _transport ?? throw NotStarted();

    /// <inheritdoc />
    public IActorRef RemoteWatcher => _remoteWatcher ?? ActorRefs.Nobody;

    /// <inheritdoc />
    public IInternalActorRef RootGuardian => _local.RootGuardian;

    /// <inheritdoc />
    public LocalActorRef Guardian => _local.Guardian;

    /// <inheritdoc />
    public LocalActorRef SystemGuardian => _local.SystemGuardian;

    /// <inheritdoc />
    public IActorRef DeadLetters => _local.DeadLetters;

    /// <inheritdoc />
    public ActorPath RootPath => _local.RootPath;

    /// <inheritdoc />
    public Settings Settings => _local.Settings;

    /// <inheritdoc />
    public IInternalActorRef TempContainer => _local.TempContainer;

    /// <inheritdoc />
    public Task TerminationTask => _local.TerminationTask;

    /// <inheritdoc />
    public Address DefaultAddress => Transport.DefaultAddress;

    /// <inheritdoc />
    public Information SerializationInformation => _serializationInformation ??= new Information(DefaultAddress, _system ?? throw NotStarted());

    /// <inheritdoc />
    public virtual void Init(ActorSystemImpl system)
    {
        _system = system;

        // Listening comes first: if that fails there are no guardians to stop. Connections wait until there is somebody to serve.
        _transport = new Remoting(system, this);
        _transport.Start();
        _local.Init(system);
        _remoteWatcher = system.SystemActorOf(Remote.RemoteWatcher.Create(CreateRemoteWatcherFailureDetector(system), RemoteSettings), "remote-watcher");
        system.SystemActorOf(RemotingTerminator.Create(_transport, SystemGuardian), "remoting-terminator");
        _transport.Accept();
    }

    /// <summary>The judge of nodes with watched actors, by <c>akka.remote.watch-failure-detector</c>.</summary>
    protected DefaultFailureDetectorRegistry<Address> CreateRemoteWatcherFailureDetector(ActorSystem system) => new(() =>
        FailureDetectorLoader.Load(RemoteSettings.WatchFailureDetector, system));

    /// <inheritdoc />
    public bool HasAddress(Address address) =>
        address.Equals(_local.RootPath.Address) || (_transport is { } transport && transport.Addresses.Contains(address));

    /// <inheritdoc />
    public ActorPath TempPath() => _local.TempPath();

    /// <inheritdoc />
    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => _local.CreateFutureRef(tcs);

    /// <inheritdoc />
    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path) => _local.RegisterTempActor(actorRef, path);

    /// <inheritdoc />
    public void UnregisterTempActor(ActorPath path) => _local.UnregisterTempActor(path);

    /// <inheritdoc />
    public IInternalActorRef ActorOf(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        bool systemService,
        Deploy? deploy,
        bool lookupDeploy,
        bool async) => _local.ActorOf(system, props, supervisor, path, systemService, deploy, lookupDeploy, async);

    /// <inheritdoc />
    public IActorRef RootGuardianAt(Address address) => HasAddress(address) ? RootGuardian : RemoteRef(new RootActorPath(address));

    /// <inheritdoc />
    public IActorRef ResolveActorRef(string path)
    {
        if (_resolved.Find(path) is { } known)
            return known;
        var actor = InternalResolveActorRef(path);
        _resolved.Keep(path, actor);
        return actor;
    }

    /// <summary>The reference that a path in an envelope leads to.</summary>
    internal IInternalActorRef Resolve(ReadOnlySpan<byte> path) =>
        (IInternalActorRef)(_resolved.Find(path) ?? ResolveActorRef(Encoding.UTF8.GetString(path)));

    /// <inheritdoc />
    public IActorRef InternalResolveActorRef(string path)
    {
        if (PeerText.MayBePath(path) && ActorPath.TryParse(path, out var parsed))
            return ResolveActorRef(parsed);
        _local.Log.Debug("[{0}] is no actor path; messages to it go to dead letters", PeerText.Printable(path));
        return DeadLetters;
    }

    /// <inheritdoc />
    public IActorRef ResolveActorRef(ActorPath actorPath) =>
        HasAddress(actorPath.Address) ? _local.ResolveActorRef(AtHome(actorPath)) : RemoteRef(actorPath);

    /// <inheritdoc />
    public IInternalActorRef ResolveActorRefWithLocalAddress(string path, Address localAddress) => (IInternalActorRef)ResolveActorRef(path);

    /// <inheritdoc />
    public Address? GetExternalAddressFor(Address address)
    {
        if (HasAddress(address))
            return _local.RootPath.Address;
        return Transport.Addresses.FirstOrDefault(own => own.Protocol == address.Protocol);
    }

    /// <inheritdoc />
    public void Quarantine(Address address, int? uid) => Transport.Quarantine(address, uid);

    /// <summary>The same path without the address others know us by.</summary>
    private ActorPath AtHome(ActorPath path)
    {
        var home = _local.RootPath / path.Elements;
        return path.Uid == 0 || path.Depth == 0 ? home : home.WithUid(path.Uid);
    }

    private IInternalActorRef RemoteRef(ActorPath path)
    {
        if (GetExternalAddressFor(path.Address) is { } own)
            return new RemoteActorRef(Transport, own, path, ActorRefs.Nobody);
        _local.Log.Debug("No transport reaches [{0}]; messages to it go to dead letters", path);
        return new EmptyLocalActorRef(this, path, _eventStream);
    }

    private static InvalidOperationException NotStarted() => new("This actor system has not started yet");
}
