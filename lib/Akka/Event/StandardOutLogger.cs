using Akka.Util;

namespace Akka.Event;

/// <summary>Writes log events to the console's standard output.</summary>
public class StandardOutLogger : MinimalLogger
{
    /// <summary>Whether levels have colours; by default when the output is a terminal.</summary>
    public static bool UseColors { get; set; } = !Console.IsOutputRedirected;

    /// <summary>The colour of debug events.</summary>
    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    /// <summary>The colour of info events.</summary>
    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    /// <summary>The colour of warnings.</summary>
    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    /// <summary>The colour of errors.</summary>
    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    internal static void Print(LogEvent logEvent) =>
        StandardOutWriter.WriteLine(logEvent.ToString(), UseColors ? ColorOf(logEvent.LogLevel()) : null);

    /// <inheritdoc />
    protected override void Log(object message)
    {
        if (message is LogEvent logEvent) Print(logEvent);
        else StandardOutWriter.WriteLine(message.ToString() ?? "");
    }

    private static ConsoleColor ColorOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        _ => ErrorColor,
    };
}
