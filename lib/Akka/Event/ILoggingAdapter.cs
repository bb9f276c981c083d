namespace Akka.Event;

/// <summary>Where code logs to. <see cref="LoggingExtensions"/> has the everyday methods.</summary>
public interface ILoggingAdapter
{
    /// <summary>What formats messages that have arguments.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>Whether debug events go anywhere.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether info events go anywhere.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether warnings go anywhere.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether errors go anywhere.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether events of a level go anywhere.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>True if they do.</returns>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a message with arguments.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="cause">What caused it, or null.</param>
    /// <param name="message">The message.</param>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);

    /// <summary>Logs a text as it is.</summary>
    /// <param name="logLevel">The level.</param>
    /// <param name="cause">What caused it, or null.</param>
    /// <param name="format">The text.</param>
    void Log(LogLevel logLevel, Exception? cause, string format);
}
