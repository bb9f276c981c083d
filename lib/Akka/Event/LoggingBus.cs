using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>An event bus by type that has a log level, and starts and stops the loggers.</summary>
public class LoggingBus : ActorEventBus<object, Type>
{
    private static readonly LogLevel[] AllLevels =
        [Event.LogLevel.DebugLevel, Event.LogLevel.InfoLevel, Event.LogLevel.WarningLevel, Event.LogLevel.ErrorLevel];

    private readonly Lock _gate = new();
    private readonly List<IActorRef> _loggers = [];
    private volatile int _logLevel;
    private int _loggerNumber;

    /// <summary>The least level that goes to the loggers; debug until they are started.</summary>
    public LogLevel LogLevel => (LogLevel)_logLevel;

    /// <summary>Changes the log level, for all loggers at once.</summary>
    /// <param name="logLevel">The least level that goes to the loggers.</param>
    public void SetLogLevel(LogLevel logLevel)
    {
        lock (_gate)
        {
            _logLevel = (int)logLevel;
            foreach (var logger in _loggers) SubscribeLogger(logger, logLevel);
        }
    }

    /// <summary>Starts the logger that writes to the console, for as long as there is no other.</summary>
    /// <param name="config">The actor system's settings.</param>
    public void StartStdoutLogger(Settings config)
    {
        AddStdoutLogger(config);
        Publish(new Debug(SimpleName(this), GetType(), "Logging to standard output"));
    }

    /// <summary>Starts the loggers of <c>akka.loggers</c>; they take over from the stdout logger.</summary>
    internal void StartDefaultLoggers(ActorSystemImpl system)
    {
        var settings = system.Settings;
        var level = Logging.LogLevelFor(settings.LogLevel);
        var keepStdout = false;
        foreach (var typeName in settings.Loggers)
        {
            var type = Type.GetType(typeName) ?? throw new Akka.Configuration.ConfigurationException(
                $"The logger '{typeName}' of akka.loggers was not found. Name a type with its assembly, as in \"My.Logger, My.Assembly\".");
            if (typeof(MinimalLogger).IsAssignableFrom(type)) keepStdout = true;
            else AddLogger(system, type, level, typeName);
        }

        SetLogLevel(level);
        if (!keepStdout) RemoveLogger(settings.StdoutLogger);
        if (settings.DebugUnhandledMessage)
            Subscribe(system.SystemActorOf(Props.Create<UnhandledMessageForwarder>(), "UnhandledMessageForwarder"), typeof(UnhandledMessage));
        Publish(new Debug(SimpleName(this), GetType(), "The loggers of akka.loggers have taken over"));
    }

    /// <summary>Hands the log back to the stdout logger and stops the other loggers.</summary>
    internal void StopDefaultLoggers(ActorSystem system)
    {
        IActorRef[] stopped;
        bool noneIsLeft;
        lock (_gate)
        {
            stopped = _loggers.Where(logger => logger is not MinimalLogger).ToArray();
            noneIsLeft = stopped.Length == _loggers.Count;
        }

        if (noneIsLeft && Logging.LogLevelFor(system.Settings.StdoutLogLevel) != Logging.OffLogLevel)
            AddStdoutLogger(system.Settings);
        Publish(new Debug(SimpleName(this), GetType(), "The loggers stop"));
        foreach (var logger in stopped)
        {
            RemoveLogger(logger);
            if (logger is IInternalActorRef actor) actor.Stop();
        }
    }

    /// <inheritdoc />
    protected override bool IsSubClassification(Type parent, Type child) => parent.IsAssignableFrom(child);

    /// <inheritdoc />
    protected override void Publish(object @event, IActorRef subscriber) => subscriber.Tell(@event, ActorRefs.NoSender);

    /// <inheritdoc />
    protected override bool Classify(object @event, Type classifier) => classifier.IsInstanceOfType(@event);

    /// <inheritdoc />
    protected override Type GetClassifier(object @event) => @event.GetType();

    private void AddStdoutLogger(Settings settings)
    {
        var level = Logging.LogLevelFor(settings.StdoutLogLevel);
        lock (_gate)
        {
            if (!_loggers.Contains(settings.StdoutLogger)) _loggers.Add(settings.StdoutLogger);
            SubscribeLogger(settings.StdoutLogger, level);
        }
    }

    private void AddLogger(ActorSystemImpl system, Type type, LogLevel level, string typeName)
    {
        var settings = system.Settings;
        var name = $"log{Interlocked.Increment(ref _loggerNumber)}-{SimpleName(type)}";
        var logger = system.SystemActorOf(Props.Create(type).WithDispatcher(settings.LoggersDispatcher), name);
        var answer = logger.Ask<object>(new InitializeLogger(this), settings.LoggerStartTimeout);

        // Subscribed at once: the mailbox keeps InitializeLogger in front, and no event gets lost meanwhile.
        lock (_gate)
        {
            _loggers.Add(logger);
            SubscribeLogger(logger, level);
        }

        var started = ConfirmStartAsync(answer, logger, typeName);
        if (!settings.LoggerAsyncStart) started.GetAwaiter().GetResult();
    }

    private async Task ConfirmStartAsync(Task<object> answer, IActorRef logger, string typeName)
    {
        try
        {
            var reply = await answer.ConfigureAwait(false);
            if (reply is LoggerInitialized)
            {
                Publish(new Debug(SimpleName(this), GetType(), $"{logger.Path.Name} logs"));
                return;
            }

            Fail(logger, $"Logger '{typeName}' answered {reply} to InitializeLogger; it has to answer LoggerInitialized.");
        }
        catch (AskTimeoutException)
        {
            Fail(logger, $"Logger '{typeName}' did not answer InitializeLogger within akka.logger-startup-timeout.");
        }
    }

    private void Fail(IActorRef logger, string reason)
    {
        RemoveLogger(logger);
        Publish(new Warning(SimpleName(this), GetType(), reason));
    }

    private void RemoveLogger(IActorRef logger)
    {
        lock (_gate)
        {
            _loggers.Remove(logger);
            foreach (var level in AllLevels) Unsubscribe(logger, Logging.ClassFor(level));
        }
    }

    private void SubscribeLogger(IActorRef logger, LogLevel logLevel)
    {
        foreach (var level in AllLevels)
        {
            if (level >= logLevel) Subscribe(logger, Logging.ClassFor(level));
            else Unsubscribe(logger, Logging.ClassFor(level));
        }
    }
}
