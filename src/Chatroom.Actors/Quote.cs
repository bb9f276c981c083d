namespace Chatroom.Actors;

/// <summary>Repeats user input in a message of one line: without control characters, and no longer than useful.</summary>
internal static class Quote
{
    private const int Most = 60;

    /// <summary>The text in quotes, cut when it is long.</summary>
    public static string Of(string text) => $"'{Cut(text, Most)}'";

    /// <summary>The text as one line of at most <paramref name="most"/> characters, with dots if it was longer.</summary>
    public static string Cut(string text, int most) => ChatText.Clean(text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "...");

    /// <summary>A command line that runs another one in a folder.</summary>
    public static string CommandIn(string folder, string command) =>
        OperatingSystem.IsWindows() ? $"cd /d \"{folder}\" && {command}" : $"cd {Word(folder)} && {command}";

    /// <summary>The text as a word of a command line that a shell can be given.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+=:,@%".Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
