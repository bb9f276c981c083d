namespace Akka.Util;

/// <summary>Writes to standard output, one text at a time, in colour.</summary>
public static class StandardOutWriter
{
    private static readonly Lock Gate = new();

    /// <summary>Writes a text.</summary>
    /// <param name="message">The text.</param>
    /// <param name="foregroundColor">Its colour, or null for the console's.</param>
    /// <param name="backgroundColor">The colour behind it, or null for the console's.</param>
    public static void Write(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        Write(message, foregroundColor, backgroundColor, "");

    /// <summary>Writes a text and ends the line.</summary>
    /// <param name="message">The text.</param>
    /// <param name="foregroundColor">Its colour, or null for the console's.</param>
    /// <param name="backgroundColor">The colour behind it, or null for the console's.</param>
    public static void WriteLine(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        Write(message, foregroundColor, backgroundColor, Environment.NewLine);

    private static void Write(string message, ConsoleColor? foreground, ConsoleColor? background, string end)
    {
        lock (Gate)
        {
            if (foreground is null && background is null)
            {
                Console.Write(message + end);
                return;
            }

            if (foreground is { } front) Console.ForegroundColor = front;
            if (background is { } back) Console.BackgroundColor = back;
            Console.Write(message);
            Console.ResetColor();
            Console.Write(end);
        }
    }
}
