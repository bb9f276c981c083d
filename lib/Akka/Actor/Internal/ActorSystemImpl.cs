using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The actor system.</summary>
public sealed partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly TerminationCallbacks _terminationCallbacks = new();
    private readonly ExtensionTable _extensions;
    private IActorRef? _deadLetterListener;

    internal ActorSystemImpl(string name, Config config, ActorSystemSetup setup)
    {
        if (!NamePattern().IsMatch(name))
            throw new ArgumentException(
                $"'{name}' can't be an actor system's name; use letters, digits, and - or _ but not in front",
                nameof(name));
        Name = name;
        Settings = new Settings(this, config, setup);
        EventStream = new EventStream(Settings.DebugEventStream);
        EventStream.StartStdoutLogger(Settings);
        Log = Logging.GetLogger(this, "ActorSystem(" + name + ")");
        Scheduler = Instantiate<IScheduler>(
            Settings.SchedulerClass, "akka.scheduler.implementation", Settings.Config, Log);
        _extensions = new ExtensionTable(this);
        try
        {
            Provider = Instantiate<IActorRefProvider>(Settings.ProviderClass, "akka.actor.provider", name, Settings, EventStream);
            Mailboxes = new Mailboxes(this);
            Dispatchers = new Dispatchers(
                this, new DefaultDispatcherPrerequisites(EventStream, Scheduler, Settings, Mailboxes), Log);
            Serialization = new Serialization.Serialization(this);
        }
        catch
        {
            StopScheduler();
            throw;
        }
    }

    /// <inheritdoc />
    public override string Name { get; }

    /// <inheritdoc />
    public override Settings Settings { get; }

    /// <inheritdoc />
    public override EventStream EventStream { get; }

    /// <inheritdoc />
    public override ILoggingAdapter Log { get; }

    /// <inheritdoc />
    public override IScheduler Scheduler { get; }

    /// <inheritdoc />
    public override IActorRefProvider Provider { get; }

    /// <inheritdoc />
    public override Mailboxes Mailboxes { get; }

    /// <inheritdoc />
    public override Dispatchers Dispatchers { get; }

    /// <inheritdoc />
    public override Serialization.Serialization Serialization { get; }

    /// <inheritdoc />
    public override IActorRef DeadLetters => Provider.DeadLetters;

    /// <inheritdoc />
    public override IInternalActorRef Guardian => Provider.Guardian;

    /// <inheritdoc />
    public override IInternalActorRef SystemGuardian => Provider.SystemGuardian;

    /// <inheritdoc />
    public override IInternalActorRef LookupRoot => Provider.RootGuardian;

    /// <inheritdoc />
    public override Task WhenTerminated => _terminationCallbacks.Done;

    /// <summary>Whether the system was told to go down without waiting for actors.</summary>
    internal bool IsAborting { get; private set; }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    /// <summary>A number for an incarnation of an actor: 31 bits, random, not 0.</summary>
    internal static long NewUid() => RandomNumberGenerator.GetInt32(1, int.MaxValue);

    internal void Start()
    {
        StartTime = Scheduler.MonotonicClock;
        try
        {
            Provider.Init(this);
            _ = TerminateWithRootAsync();
            EventStream.StartUnsubscriber(this);
            EventStream.StartDefaultLoggers(this);
            if (Settings.LogDeadLetters > 0)
                _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
            if (Settings.LogConfigOnStart)
                Log.Info(Settings.ToString());
            foreach (var typeName in Settings.Config.GetStringList("akka.extensions"))
                RegisterExtension(Instantiate<IExtensionId>(typeName, "akka.extensions"));

            // From now on, the end of the process ends the system in an orderly way.
            CoordinatedShutdown.Get(this);
        }
        catch
        {
            if (Provider.Guardian is { } guardian)
                guardian.Stop();
            else
                StopScheduler();
            throw;
        }
    }

    internal static T Instantiate<T>(string typeName, string setting, params object[] args)
        where T : class
    {
        if (Type.GetType(typeName) is not { } type)
            throw new ConfigurationException($"{setting}: there is no type '{typeName}'; write its qualified name: Namespace.Class, Assembly");
        if (!typeof(T).IsAssignableFrom(type))
            throw new ConfigurationException($"{setting}: '{typeName}' is no {typeof(T).Name}");
        try
        {
            return (T)Activator.CreateInstance(type, args)!;
        }
        catch (global::System.Reflection.TargetInvocationException e) when (e.InnerException is { } inner)
        {
            global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    /// <inheritdoc />
    public override IActorRef ActorOf(Props props, string? name = null) =>
        Provider.Guardian.Cell.AttachChild(props, isSystemService: false, name);

    /// <inheritdoc />
    public override IActorRef SystemActorOf(Props props, string? name = null) =>
        Provider.SystemGuardian.Cell.AttachChild(props, isSystemService: true, name);

    /// <inheritdoc />
    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc />
    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    /// <inheritdoc />
    public override ActorSelection ActorSelection(string actorPath) =>
        ActorRefFactoryShared.ActorSelection(actorPath, this, LookupRoot);

    /// <inheritdoc />
    public override void Stop(IActorRef actor)
    {
        var parent = actor.Path.Parent;
        if (parent.Equals(Guardian.Path))
            Guardian.Tell(new Dispatch.SysMsg.StopChild(actor));
        else if (parent.Equals(SystemGuardian.Path))
            SystemGuardian.Tell(new Dispatch.SysMsg.StopChild(actor));
        else
            ((IInternalActorRef)actor).Stop();
    }

    /// <inheritdoc />
    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
            return CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        FinalTerminate();
        return WhenTerminated;
    }

    /// <summary>Stops the user guardian, and with it everything; without a coordinated shutdown.</summary>
    internal void FinalTerminate()
    {
        if (!Settings.LogDeadLettersDuringShutdown && _deadLetterListener is { } listener)
            Stop(listener);
        Guardian.Stop();
    }

    /// <inheritdoc />
    public override void Abort()
    {
        IsAborting = true;
        FinalTerminate();
    }

    /// <inheritdoc />
    public override void RegisterOnTermination(Action code) => _terminationCallbacks.Add(code);

    private async Task TerminateWithRootAsync()
    {
        await Provider.TerminationTask.ConfigureAwait(false);
        _terminationCallbacks.Run(
            failure => Log.Error(failure, "A callback of RegisterOnTermination threw: {0}", failure.Message),
            lastly: () =>
            {
                StopScheduler();
                Dispatchers.Close();
            });
    }

    private void StopScheduler() => (Scheduler as IDisposable)?.Dispose();

    /// <inheritdoc />
    public override object RegisterExtension(IExtensionId extension) => _extensions.GetOrAdd(extension);

    /// <inheritdoc />
    public override object GetExtension(IExtensionId extensionId) => _extensions.GetOrAdd(extensionId);

    /// <inheritdoc />
    public override T GetExtension<T>()
    {
        _extensions.TryGet(typeof(T), out var extension);
        return (T)extension!;
    }

    /// <inheritdoc />
    public override bool TryGetExtension(Type extensionType, out object? extension) => _extensions.TryGet(extensionType, out extension);

    /// <inheritdoc />
    public override bool TryGetExtension<T>(out T? extension)
        where T : class
    {
        var found = _extensions.TryGet(typeof(T), out var any);
        extension = any as T;
        return found;
    }

    /// <inheritdoc />
    public override bool HasExtension(Type type) => _extensions.TryGet(type, out _);

    /// <inheritdoc />
    public override bool HasExtension<T>() => HasExtension(typeof(T));

    /// <inheritdoc />
    public override string PrintTree() => TreePrinter.Print(LookupRoot);
}
