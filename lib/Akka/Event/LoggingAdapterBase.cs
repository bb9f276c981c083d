namespace Akka.Event;

/// <summary>Base of logs: checks the level, so that what nobody hears is never made.</summary>
public abstract class LoggingAdapterBase : ILoggingAdapter
{
    /// <summary>Keeps the formatter.</summary>
    /// <param name="logMessageFormatter">What formats messages that have arguments.</param>
    /// <exception cref="ArgumentNullException">There is no formatter.</exception>
    protected LoggingAdapterBase(ILogMessageFormatter logMessageFormatter)
    {
        ArgumentNullException.ThrowIfNull(logMessageFormatter);
        Formatter = logMessageFormatter;
    }

    /// <inheritdoc />
    public ILogMessageFormatter Formatter { get; }

    /// <inheritdoc />
    public abstract bool IsDebugEnabled { get; }

    /// <inheritdoc />
    public abstract bool IsInfoEnabled { get; }

    /// <inheritdoc />
    public abstract bool IsWarningEnabled { get; }

    /// <inheritdoc />
    public abstract bool IsErrorEnabled { get; }

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => IsDebugEnabled,
        LogLevel.InfoLevel => IsInfoEnabled,
        LogLevel.WarningLevel => IsWarningEnabled,
        LogLevel.ErrorLevel => IsErrorEnabled,
        _ => false,
    };

    /// <inheritdoc />
    public void Log(LogLevel logLevel, Exception? cause, LogMessage message)
    {
        if (IsEnabled(logLevel)) NotifyLog(logLevel, message, cause);
    }

    /// <inheritdoc />
    public void Log(LogLevel logLevel, Exception? cause, string format)
    {
        if (IsEnabled(logLevel)) NotifyLog(logLevel, format, cause);
    }

    /// <summary>Sends an event of an enabled level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="message">What is said.</param>
    /// <param name="cause">What caused it, or null.</param>
    protected abstract void NotifyLog(LogLevel logLevel, object message, Exception? cause = null);
}
