namespace Akka.Event;

/// <summary>A log message that is formatted only if somebody reads it.</summary>
public abstract class LogMessage
{
    /// <summary>What formats it.</summary>
    protected readonly ILogMessageFormatter Formatter;

    /// <summary>Keeps the formatter and the format.</summary>
    /// <param name="formatter">What formats it.</param>
    /// <param name="format">The format.</param>
    public LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    /// <summary>The format, without its arguments.</summary>
    public string Format { get; }

    /// <summary>The arguments, in order.</summary>
    /// <returns>The arguments.</returns>
    public abstract IEnumerable<object?> Parameters();

    /// <summary>The format and the arguments, side by side, for a message that can't be formatted.</summary>
    /// <returns>The text.</returns>
    public abstract string Unformatted();
}
