namespace Akka.Event;

/// <summary>Something to log that may be wrong.</summary>
public class Warning : LogEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="logSource">Where it comes from.</param>
    /// <param name="logClass">The type it comes from.</param>
    /// <param name="message">What is said.</param>
    public Warning(string logSource, Type logClass, object? message)
        : this(null, logSource, logClass, message)
    {
    }

    /// <summary>Makes the event.</summary>
    /// <param name="cause">What caused it, or null.</param>
    /// <param name="logSource">Where it comes from.</param>
    /// <param name="logClass">The type it comes from.</param>
    /// <param name="message">What is said.</param>
    public Warning(Exception? cause, string logSource, Type logClass, object? message)
    {
        Cause = cause;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}
