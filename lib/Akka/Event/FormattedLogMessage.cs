namespace Akka.Event;

/// <summary>A format with its arguments.</summary>
internal sealed class FormattedLogMessage(ILogMessageFormatter formatter, string format, object?[] args)
    : LogMessage(formatter, format)
{
    public override IEnumerable<object?> Parameters() => args;

    public override string Unformatted() => $"{Format} with arguments [{string.Join(", ", args)}]";

    public override string ToString()
    {
        try
        {
            return Formatter.Format(Format, args);
        }
        catch (FormatException)
        {
            // A log line must not bring down whoever reads it; the caller's mistake is shown instead.
            return $"(malformed log format) {Unformatted()}";
        }
    }
}
