using System.Collections.Concurrent;
using System.Security.Cryptography;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Serialization;

namespace Akka.Actor;

/// <summary>Makes and finds the references of one process.</summary>
public sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _extraNames = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Status> _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RootActorPath _root;
    private readonly ActorPath _tempNode;
    private readonly IInternalActorRef _deadLetters;

    // Starts anywhere: an answer to a question of an earlier process with this address is not to be taken for a new one's.
    private long _tempNumber = RandomNumberGenerator.GetInt32(int.MaxValue);

    private ActorSystemImpl? _system;
    private RootGuardianActorRef? _rootGuardian;
    private LocalActorRef? _userGuardian;
    private LocalActorRef? _systemGuardian;
    private VirtualPathContainer? _tempContainer;
    private Information? _serializationInformation;

    /// <summary>Called by the library.</summary>
    public LocalActorRefProvider(string systemName, Settings settings, EventStream eventStream)
        : this(systemName, settings, eventStream, null, null)
    {
    }

    /// <summary>Called by the library.</summary>
    /// <param name="systemName">The actor system's name.</param>
    /// <param name="settings">The actor system's settings.</param>
    /// <param name="eventStream">Where events are published.</param>
    /// <param name="deployer">Says where actors run; null for the one that reads the settings.</param>
    /// <param name="deadLettersFactory">Makes the dead letters; null for the usual ones.</param>
    public LocalActorRefProvider(
        string systemName,
        Settings settings,
        EventStream eventStream,
        Deployer? deployer,
        Func<ActorPath, IInternalActorRef>? deadLettersFactory)
    {
        Settings = settings;
        EventStream = eventStream;
        Deployer = deployer ?? new Deployer(settings);
        Log = Logging.GetLogger(eventStream, "LocalActorRefProvider(" + systemName + ")");
        _root = new RootActorPath(new Address("akka", systemName));
        _tempNode = _root / "temp";
        var deadLettersPath = _root / "deadLetters";
        _deadLetters = deadLettersFactory?.Invoke(deadLettersPath) ?? new DeadLetterActorRef(this, deadLettersPath, eventStream);
    }

    /// <summary>Where events are published.</summary>
    public EventStream EventStream { get; }

    /// <summary>Says where actors run.</summary>
    public Deployer Deployer { get; }

    /// <summary>The provider's log.</summary>
    public ILoggingAdapter Log { get; }

    /// <inheritdoc />
    public Settings Settings { get; }

    /// <inheritdoc />
    public ActorPath RootPath => _root;

    /// <inheritdoc />
    public IInternalActorRef RootGuardian => _rootGuardian!;

    /// <inheritdoc />
    public LocalActorRef Guardian => _userGuardian!;

    /// <inheritdoc />
    public LocalActorRef SystemGuardian => _systemGuardian!;

    /// <inheritdoc />
    public IActorRef DeadLetters => _deadLetters;

    /// <inheritdoc />
    public IInternalActorRef TempContainer => _tempContainer!;

    /// <inheritdoc />
    public Task TerminationTask => _terminated.Task;

    /// <inheritdoc />
    public Address DefaultAddress => _root.Address;

    /// <inheritdoc />
    public Information SerializationInformation =>
        _serializationInformation ??= new Information(DefaultAddress, _system!);

    /// <inheritdoc />
    public void Init(ActorSystemImpl system)
    {
        _system = system;
        var dispatcher = system.Dispatchers.InternalDispatcher;
        var mailboxType = system.Mailboxes.Lookup(Mailboxes.DefaultMailboxId);
        var aboveRoot = new RootGuardianSupervisor(_root, this, _terminated, Log);
        _rootGuardian = new RootGuardianActorRef(
            system,
            Props.Create<GuardianActor>(RootStrategy()),
            dispatcher,
            mailboxType,
            aboveRoot,
            _root,
            _deadLetters,
            _extraNames);
        _tempContainer = new VirtualPathContainer(this, _tempNode, _rootGuardian, Log);
        _rootGuardian.SetTempContainer(_tempContainer);
        _rootGuardian.Start();

        var userStrategy = SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();
        _userGuardian = Guard("user", Props.Create<GuardianActor>(userStrategy), dispatcher, mailboxType);
        var userGuardian = _userGuardian;
        _systemGuardian = Guard(
            "system",
            Props.Create(() => new SystemGuardianActor(userGuardian), SupervisorStrategy.DefaultStrategy),
            dispatcher,
            mailboxType);

        // The system guardian follows the user guardian, and the root follows the system guardian.
        _systemGuardian.SendSystemMessage(new Watch(_userGuardian, _systemGuardian));
        _rootGuardian.SendSystemMessage(new Watch(_systemGuardian, _rootGuardian));
    }

    private OneForOneStrategy RootStrategy() => new(exception =>
    {
        Log.Error(exception, "A guardian failed, which ends the actor system.");
        return Directive.Stop;
    });

    private LocalActorRef Guard(string name, Props props, MessageDispatcher dispatcher, MailboxType mailboxType)
    {
        var cell = _rootGuardian!.Cell;
        cell.ReserveChild(name);
        var guardian = new LocalActorRef(_system!, props, dispatcher, mailboxType, _rootGuardian, _root / name);
        cell.InitChild(guardian);
        guardian.Start();
        return guardian;
    }

    /// <summary>Puts a reference at <c>/name</c>.</summary>
    public void RegisterExtraName(string name, IInternalActorRef actor) => _extraNames[name] = actor;

    /// <inheritdoc />
    public ActorPath TempPath() => _tempNode / ActorCell.NameOf(Interlocked.Increment(ref _tempNumber));

    /// <inheritdoc />
    public void RegisterTempActor(IInternalActorRef actorRef, ActorPath path)
    {
        CheckTemp(path);
        _tempContainer!.AddChild(path.Name, actorRef);
    }

    /// <inheritdoc />
    public void UnregisterTempActor(ActorPath path)
    {
        CheckTemp(path);
        _tempContainer!.RemoveChild(path.Name);
    }

    private void CheckTemp(ActorPath path)
    {
        if (!path.Parent.Equals(_tempNode))
            throw new ArgumentException($"{path} is no path below {_tempNode}", nameof(path));
    }

    /// <inheritdoc />
    public FutureActorRef<T> CreateFutureRef<T>(TaskCompletionSource<T> tcs) => new(tcs, TempPath(), this);

    /// <inheritdoc />
    public IActorRef RootGuardianAt(Address address) => address.Equals(_root.Address) ? RootGuardian : DeadLetters;

    /// <inheritdoc />
    public Address? GetExternalAddressFor(Address address) => address.Equals(_root.Address) ? address : null;

    /// <inheritdoc />
    public IInternalActorRef ActorOf(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        bool systemService,
        Deploy? deploy,
        bool lookupDeploy,
        bool async)
    {
        var settings = props.Deploy;
        if (lookupDeploy && Deployer.Lookup(path) is { } configured)
            settings = configured.WithFallback(settings);
        if (deploy is not null)
            settings = deploy.WithFallback(settings);
        if (systemService && settings.Dispatcher == Deploy.NoDispatcherGiven && system.Dispatchers.HasDispatcher(Dispatchers.InternalDispatcherId))
            settings = settings.WithDispatcher(Dispatchers.InternalDispatcherId);
        var full = ReferenceEquals(settings, props.Deploy) ? props : props.WithDeploy(settings);

        var dispatcher = system.Dispatchers.Lookup(full.Dispatcher);
        var mailboxType = system.Mailboxes.GetMailboxType(full, dispatcher.Configurator.Config);
        return new LocalActorRef(system, full, dispatcher, mailboxType, supervisor, path);
    }

    /// <inheritdoc />
    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var actorPath) ? ResolveActorRef(actorPath) : Unresolved(path);

    private IActorRef Unresolved(string path)
    {
        Log.Debug("'{0}' is no actor path; dead letters stand in for it", path);
        return DeadLetters;
    }

    /// <inheritdoc />
    public IActorRef ResolveActorRef(ActorPath path)
    {
        if (!path.Root.Equals(_root))
        {
            Log.Debug("{0} is not of this actor system; dead letters stand in for it", path);
            return DeadLetters;
        }
        return Resolve(path);
    }

    /// <summary>Finds an actor by a path of this system, whatever the address in it; its uid has to fit if the path has one.</summary>
    internal IActorRef Resolve(ActorPath path)
    {
        if (path.Depth == 0)
            return RootGuardian;
        string[] elements = [.. path.Elements];
        if (path.Uid != ActorCell.UndefinedUid)
            elements[^1] = $"{elements[^1]}#{path.Uid}";
        var found = (IInternalActorRef)RootGuardian.GetChild(elements);
        if (!found.IsNobody())
            return found;
        Log.Debug("Nobody is at {0}", path);
        return new EmptyLocalActorRef(_system!.Provider, path, EventStream);
    }
}
