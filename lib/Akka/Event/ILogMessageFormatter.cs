namespace Akka.Event;

/// <summary>Puts the arguments of a log call into its format.</summary>
public interface ILogMessageFormatter
{
    /// <summary>Formats.</summary>
    /// <param name="format">The format.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>The text.</returns>
    string Format(string format, params object?[] args);

    /// <summary>Formats.</summary>
    /// <param name="format">The format.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>The text.</returns>
    string Format(string format, IEnumerable<object?> args);
}
