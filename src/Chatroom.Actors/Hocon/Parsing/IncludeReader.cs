namespace Chatroom.Actors.Hocon;

/// <summary>Reads <c>include "x"</c>, <c>include file("x")</c>, <c>include required(url("x"))</c> and similar forms.</summary>
internal static class IncludeReader
{
    private const string Keyword = "include";

    /// <summary>Whether an include begins here, and not a key that only begins like one.</summary>
    public static bool IsAt(HoconReader reader)
    {
        if (!reader.At(Keyword))
            return false;
        var start = reader.Position;
        var word = reader.ReadUnquoted(stopAtDot: true);
        reader.Position = start;
        return word == Keyword;
    }

    /// <summary>Reads an include and returns what it names. Every form names a file.</summary>
    public static string Read(HoconReader reader, out bool required)
    {
        reader.Position += Keyword.Length;
        reader.SkipLines();
        required = TryOpen(reader, "required(");
        var qualified = TryOpen(reader, "file(") || TryOpen(reader, "url(") || TryOpen(reader, "classpath(");
        if (reader.Current != '"')
        {
            throw reader.Expected(
                "a quoted name, file(\"…\"), url(\"…\"), classpath(\"…\") or required(…) after include (a key of that name must be quoted)");
        }

        var name = reader.ReadQuoted();
        if (qualified)
            Close(reader);
        if (required)
            Close(reader);
        return name;
    }

    private static bool TryOpen(HoconReader reader, string opening)
    {
        if (!reader.At(opening))
            return false;
        reader.Position += opening.Length;
        reader.SkipLines();
        return true;
    }

    private static void Close(HoconReader reader)
    {
        reader.SkipLines();
        if (reader.Current != ')')
            throw reader.Expected("')'");
        reader.Position++;
    }
}
