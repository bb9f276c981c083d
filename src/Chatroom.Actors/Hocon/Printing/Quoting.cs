using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Writes strings so that they read back unchanged.</summary>
internal static class Quoting
{
    private const int Longest = 80;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>A key, in quotes if it must be.</summary>
    public static string Key(string key) =>
        key.Length == 0 || key == "include" || key.AsSpan().IndexOfAnyExcept(Plain) >= 0 ? Quote(key) : key;

    /// <summary>The keys that lead to a value, as an error shows them; a long path is cut.</summary>
    public static string Path(string[] keys)
    {
        var path = string.Join('.', Array.ConvertAll(keys, Key));
        return path.Length <= Longest ? path : path[..Longest] + "…";
    }

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
                < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text as an error shows it: in quotes, on one line; a long text is cut.</summary>
    public static string Excerpt(string text) => text.Length <= Longest ? Quote(text) : Quote(text[..Longest]) + "…";
}
