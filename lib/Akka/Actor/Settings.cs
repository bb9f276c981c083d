using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What an actor system reads from its configuration once, when it is made.</summary>
public class Settings
{
    private readonly Config _userConfig;
    private Config _fallback;

    /// <summary>Reads the settings.</summary>
    public Settings(ActorSystem system, Config config)
        : this(system, config, ActorSystemSetup.Empty)
    {
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ConfigurationException">A setting can't be used.</exception>
    public Settings(ActorSystem system, Config config, ActorSystemSetup setup)
    {
        _userConfig = config;
        _fallback = ConfigurationFactory.Default();
        Config = config.WithFallback(_fallback);
        System = system;
        Setup = setup;
        LogFormatter = ReadFormatter();
        StdoutLogger = ActorSystemImpl.Instantiate<MinimalLogger>(
            Text("akka.stdout-logger-class"), "akka.stdout-logger-class");

        ConfigVersion = Config.GetString("akka.version") ?? string.Empty;
        ProviderSelectionType = ReadProvider(setup);
        SupervisorStrategyClass = Text("akka.actor.guardian-supervisor-strategy");
        CreationTimeout = Config.GetTimeSpan("akka.actor.creation-timeout");
        AskTimeout = Config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan, allowInfinite: true);
        SchedulerClass = Text("akka.scheduler.implementation");
        SchedulerShutdownTimeout = Config.GetTimeSpan("akka.scheduler.shutdown-timeout");

        LogLevel = Text("akka.loglevel");
        StdoutLogLevel = Text("akka.stdout-loglevel");
        Loggers = Config.GetStringList("akka.loggers");
        LoggersDispatcher = Text("akka.loggers-dispatcher");
        LoggerStartTimeout = Config.GetTimeSpan("akka.logger-startup-timeout");
        LoggerAsyncStart = Config.GetBoolean("akka.logger-async-start");
        LogConfigOnStart = Config.GetBoolean("akka.log-config-on-start");
        LogDeadLetters = ReadLogDeadLetters(Config);
        LogDeadLettersDuringShutdown = Config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration =
            Config.GetTimeSpan("akka.log-dead-letters-suspend-duration", Timeout.InfiniteTimeSpan, allowInfinite: true);

        AddLoggingReceive = Config.GetBoolean("akka.actor.debug.receive");
        DebugAutoReceive = Config.GetBoolean("akka.actor.debug.autoreceive");
        DebugLifecycle = Config.GetBoolean("akka.actor.debug.lifecycle");
        DebugEventStream = Config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandledMessage = Config.GetBoolean("akka.actor.debug.unhandled");
        DebugTimerScheduler = Config.GetBoolean("akka.actor.debug.log-timers");

        CoordinatedShutdownTerminateActorSystem = Config.GetBoolean("akka.coordinated-shutdown.terminate-actor-system");
        CoordinatedShutdownRunByActorSystemTerminate =
            Config.GetBoolean("akka.coordinated-shutdown.run-by-actor-system-terminate");
    }

    /// <summary>Whose settings they are.</summary>
    public ActorSystem System { get; }

    /// <summary>The whole configuration, defaults included.</summary>
    public Config Config { get; private set; }

    /// <summary>Settings made in code.</summary>
    public ActorSystemSetup Setup { get; }

    /// <summary>The version that the configuration is for.</summary>
    public string ConfigVersion { get; }

    /// <summary>Who makes references.</summary>
    public ProviderSelection ProviderSelectionType { get; }

    /// <summary>The qualified name of the class that makes references.</summary>
    public string ProviderClass => ProviderSelectionType.Fqn;

    /// <summary>The class that makes the user guardian's strategy.</summary>
    public string SupervisorStrategyClass { get; }

    /// <summary>How long making a top-level actor may take.</summary>
    public TimeSpan CreationTimeout { get; }

    /// <summary>How long an Ask without a timeout waits.</summary>
    public TimeSpan AskTimeout { get; }

    /// <summary>The scheduler's class.</summary>
    public string SchedulerClass { get; }

    /// <summary>How long the scheduler is waited for when the system terminates.</summary>
    public TimeSpan SchedulerShutdownTimeout { get; }

    /// <summary>From which level on loggers get events.</summary>
    public string LogLevel { get; }

    /// <summary>From which level on events are printed while no logger is running.</summary>
    public string StdoutLogLevel { get; }

    /// <summary>The loggers' classes.</summary>
    public IList<string> Loggers { get; }

    /// <summary>Where loggers run.</summary>
    public string LoggersDispatcher { get; }

    /// <summary>How long a logger may take to start.</summary>
    public TimeSpan LoggerStartTimeout { get; }

    /// <summary>Whether loggers are not waited for.</summary>
    public bool LoggerAsyncStart { get; }

    /// <summary>Whether the configuration is logged at start.</summary>
    public bool LogConfigOnStart { get; }

    /// <summary>How many dead letters are logged.</summary>
    public int LogDeadLetters { get; }

    /// <summary>Whether dead letters are logged while the system terminates.</summary>
    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary>For how long no dead letters are logged once there were too many.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    /// <summary>Makes texts of log messages.</summary>
    public ILogMessageFormatter LogFormatter { get; }

    /// <summary>Prints events while no logger is running.</summary>
    public MinimalLogger StdoutLogger { get; }

    /// <summary>Whether messages of an <see cref="ILogReceive"/> are logged.</summary>
    public bool AddLoggingReceive { get; }

    /// <summary>Whether messages that the library handles are logged.</summary>
    public bool DebugAutoReceive { get; }

    /// <summary>Whether starts, restarts and stops are logged.</summary>
    public bool DebugLifecycle { get; }

    /// <summary>Whether subscriptions are logged.</summary>
    public bool DebugEventStream { get; }

    /// <summary>Whether unhandled messages are logged.</summary>
    public bool DebugUnhandledMessage { get; }

    /// <summary>Whether starts and ends of timers are logged.</summary>
    public bool DebugTimerScheduler { get; }

    /// <summary>Whether a coordinated shutdown ends with the system's termination.</summary>
    public bool CoordinatedShutdownTerminateActorSystem { get; }

    /// <summary>Whether the system's termination runs a coordinated shutdown first.</summary>
    public bool CoordinatedShutdownRunByActorSystemTerminate { get; }

    /// <summary>Adds defaults, behind those that are there.</summary>
    public void InjectTopLevelFallback(Config config)
    {
        _fallback = _fallback.WithFallback(config);
        Config = _userConfig.WithFallback(_fallback);
    }

    /// <summary>The whole configuration as text.</summary>
    public override string ToString() => Config.ToString();

    private string Text(string path) =>
        Config.GetString(path) ?? throw new ConfigurationException($"{path} is missing");

    private ProviderSelection ReadProvider(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        return bootstrap.HasValue && bootstrap.Value.ActorRefProvider.HasValue
            ? bootstrap.Value.ActorRefProvider.Value
            : ProviderSelection.GetProvider(Text("akka.actor.provider"));
    }

    private ILogMessageFormatter ReadFormatter()
    {
        var typeName = Text("akka.logger-formatter");
        return Type.GetType(typeName) == typeof(DefaultLogMessageFormatter)
            ? DefaultLogMessageFormatter.Instance
            : ActorSystemImpl.Instantiate<ILogMessageFormatter>(typeName, "akka.logger-formatter");
    }

    private static int ReadLogDeadLetters(Config config) =>
        config.GetString("akka.log-dead-letters")?.ToUpperInvariant() switch
        {
            "ON" or "TRUE" or "YES" => int.MaxValue,
            "OFF" or "FALSE" or "NO" or null => 0,
            _ => config.GetInt("akka.log-dead-letters"),
        };
}
