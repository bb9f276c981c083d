using System.Buffers;
using System.Text;

namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Writes strings so that they read back as they are.</summary>
internal static class Texts
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>Whether a key must be quoted when it stands in a path.</summary>
    public static bool NeedsQuotesInPath(string key) =>
        key.Length == 0 || key == "include" || key.AsSpan().IndexOfAnyExcept(Plain) >= 0;

    /// <summary>The text between quotes, escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A value's text as an error shows it: in quotes, on one line, and of a long one the beginning.</summary>
    public static string Excerpt(string text)
    {
        const int Longest = 80;
        return text.Length <= Longest ? Quote(text) : Quote(text[..Longest]) + "…";
    }
}
