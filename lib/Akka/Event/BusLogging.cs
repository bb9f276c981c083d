namespace Akka.Event;

/// <summary>A log that publishes its events on a bus. What levels are enabled is settled when it is made.</summary>
public sealed class BusLogging : LoggingAdapterBase
{
    private readonly LogLevel _level;

    /// <summary>Makes the log, with the level that the bus has now.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="logSource">Where the events come from.</param>
    /// <param name="logClass">The type they come from.</param>
    /// <param name="logMessageFormatter">What formats messages that have arguments.</param>
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        LogSource = logSource;
        LogClass = logClass;
        _level = bus.LogLevel;
    }

    /// <summary>The bus.</summary>
    public LoggingBus Bus { get; }

    /// <summary>Where the events come from.</summary>
    public string LogSource { get; }

    /// <summary>The type they come from.</summary>
    public Type LogClass { get; }

    /// <inheritdoc />
    public override bool IsDebugEnabled => _level <= LogLevel.DebugLevel;

    /// <inheritdoc />
    public override bool IsInfoEnabled => _level <= LogLevel.InfoLevel;

    /// <inheritdoc />
    public override bool IsWarningEnabled => _level <= LogLevel.WarningLevel;

    /// <inheritdoc />
    public override bool IsErrorEnabled => _level <= LogLevel.ErrorLevel;

    /// <inheritdoc />
    protected override void NotifyLog(LogLevel logLevel, object message, Exception? cause = null) => Bus.Publish(logLevel switch
    {
        LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
        LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
        LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
        LogLevel.ErrorLevel => new Error(cause, LogSource, LogClass, message),
        _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, "There is no such log level."),
    });
}
