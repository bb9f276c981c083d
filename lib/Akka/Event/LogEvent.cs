using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Something to log, as it goes over the event stream.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>Notes the time and the thread.</summary>
    protected LogEvent()
    {
        Timestamp = TimeProvider.System.GetUtcNow().UtcDateTime;
        Thread = Thread.CurrentThread;
    }

    /// <summary>What caused it, or null.</summary>
    public Exception? Cause { get; protected set; }

    /// <summary>When it was logged, in UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>The thread that logged it.</summary>
    public Thread Thread { get; }

    /// <summary>Where it comes from, for readers.</summary>
    public string LogSource { get; protected set; } = "";

    /// <summary>The type it comes from.</summary>
    public Type LogClass { get; protected set; } = typeof(object);

    /// <summary>What is said: a text, a <see cref="LogMessage"/>, or anything whose text says it.</summary>
    public object? Message { get; protected set; }

    /// <summary>How much it matters.</summary>
    /// <returns>The level.</returns>
    public abstract LogLevel LogLevel();

    /// <inheritdoc />
    public override string ToString()
    {
        var cause = Cause is null ? "" : $"\nCause: {Cause}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{Logging.StringFor(LogLevel())}][{Timestamp:yyyy-MM-dd HH:mm:ss.fff}Z][Thread {Thread.ManagedThreadId:0000}][{LogSource}] {Message}{cause}");
    }
}
