using System.Globalization;

namespace Chatroom.Actors;

/// <summary>What a bot says is one line of text without control characters: it goes to terminals and files.</summary>
internal static class ChatText
{
    /// <summary>The most characters (UTF-16 units) of one answer.</summary>
    public const int MaxText = 4096;

    /// <summary>The most characters (UTF-16 units) of a name.</summary>
    public const int MaxName = 64;

    private const int MostNamed = 30;

    /// <summary>The names with commas between; if there are many, only the first ones.</summary>
    public static string Named(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostNamed)) +
        (names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "");

    public static string Clean(string text)
    {
        // Half a surrogate pair could not be written and read again.
        var cut = text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)];
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)) : cut;
    }
}
