using Chatroom.Actors.Hocon.Conversion;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>A text being parsed, and its name if it came by an include.</summary>
internal sealed class Source(string text, string? name)
{
    public string Text { get; } = text;

    /// <summary>An error at <paramref name="position"/>, with line and column counted from 1.</summary>
    public HoconParserException Error(int position, string message, Exception? cause = null)
    {
        var before = Text.AsSpan(0, Math.Min(position, Text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var where = name == null ? "Line" : $"In included {Texts.Quote(name)}, line";
        return new HoconParserException($"{where} {line}, column {column}: {message}", line, column, cause);
    }

    /// <summary>What stands at <paramref name="position"/>, as an error message shows it.</summary>
    public string Describe(int position)
    {
        if (position >= Text.Length)
            return "the end of the text";
        var c = Text[position];
        if (c == '\n')
            return "the end of the line";
        return char.IsControl(c) || char.IsSurrogate(c) || (char.IsWhiteSpace(c) && c != ' ') ? $"U+{(int)c:X4}" : $"'{c}'";
    }
}
