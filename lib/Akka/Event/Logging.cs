using Akka.Actor;

namespace Akka.Event;

/// <summary>Makes loggers, and translates between log levels, their names and their event types.</summary>
public static class Logging
{
    internal const LogLevel OffLogLevel = (LogLevel)int.MaxValue;

    /// <summary>The log of an actor.</summary>
    /// <param name="context">The actor's context.</param>
    /// <param name="logMessageFormatter">What formats messages; the system's own formatter if null.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null) =>
        GetLogger(context.System, context, logMessageFormatter);

    /// <summary>A log of an actor system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="logSourceObj">What the events come from; see <see cref="LogSource.Create(object, ActorSystem)"/>.</param>
    /// <param name="logMessageFormatter">What formats messages; the system's own formatter if null.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj, system);
        var formatter = logMessageFormatter ?? system.Settings.LogFormatter;
        return new BusLogging(system.EventStream, source.Source, source.Type, formatter);
    }

    /// <summary>A log on a bus.</summary>
    /// <param name="loggingBus">The bus.</param>
    /// <param name="logSourceObj">What the events come from; see <see cref="LogSource.Create(object)"/>.</param>
    /// <param name="logMessageFormatter">What formats messages; the default formatter if null.</param>
    /// <returns>The log.</returns>
    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        var source = LogSource.Create(logSourceObj);
        return new BusLogging(loggingBus, source.Source, source.Type, logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    /// <summary>A level's name, as in the configuration.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>DEBUG, INFO, WARNING, ERROR or OFF.</returns>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLogLevel => "OFF",
        _ => throw new ArgumentException($"Unknown log level {logLevel}.", nameof(logLevel)),
    };

    /// <summary>The level of a name, as in the configuration.</summary>
    /// <param name="logLevel">DEBUG, INFO, WARNING, ERROR or OFF, in any case.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => OffLogLevel,
        _ => throw new ArgumentException(
            $"Unknown log level '{logLevel}'. Use DEBUG, INFO, WARNING, ERROR or OFF.", nameof(logLevel)),
    };

    /// <summary>The level of an event type.</summary>
    /// <typeparam name="T">One of <see cref="Debug"/>, <see cref="Info"/>, <see cref="Warning"/> and <see cref="Error"/>.</typeparam>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static LogLevel LogLevelFor<T>() where T : LogEvent
    {
        var type = typeof(T);
        if (type == typeof(Debug)) return LogLevel.DebugLevel;
        if (type == typeof(Info)) return LogLevel.InfoLevel;
        if (type == typeof(Warning)) return LogLevel.WarningLevel;
        if (type == typeof(Error)) return LogLevel.ErrorLevel;
        throw new ArgumentException($"{type} is not the event type of a log level.");
    }

    /// <summary>The event type of a level.</summary>
    /// <param name="logLevel">The level.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"Unknown log level {logLevel}.", nameof(logLevel)),
    };

    /// <summary>The name of an object's type, without its namespace.</summary>
    /// <param name="o">The object.</param>
    /// <returns>The name.</returns>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of a type, without its namespace.</summary>
    /// <param name="t">The type.</param>
    /// <returns>The name.</returns>
    public static string SimpleName(Type t) => t.Name;
}
