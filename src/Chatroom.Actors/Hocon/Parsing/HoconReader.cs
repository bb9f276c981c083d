using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Moves through a text and reads its smallest parts: blanks, comments, strings.</summary>
internal sealed class HoconReader(Source source)
{
    // HOCON.md, "Unquoted strings"; blanks and comments end one too.
    private static readonly SearchValues<char> NeverUnquoted = SearchValues.Create("$\"{}[]:=,+#`^?!@*&\\");

    // These characters end a stretch of a quoted string, or are not allowed in one: JSON's rule for control characters.
    private static readonly SearchValues<char> InQuotes =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static c => (char)c), '"', '\\']);

    private static readonly SearchValues<char> OfNumber = SearchValues.Create("-.0123456789");

    private readonly string _text = source.Text;

    public Source Source { get; } = source;

    public int Position { get; set; }

    public bool AtEnd => Position >= _text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Current => Position < _text.Length ? _text[Position] : '\0';

    public bool AtComment => Current == '#' || At("//");

    public bool At(string expected) =>
        Position < _text.Length && _text.AsSpan(Position).StartsWith(expected, StringComparison.Ordinal);

    public HoconException Expected(string what) =>
        Source.Error(Position, $"expected {what}, found {Source.Describe(Position)}");

    /// <summary>Skips blanks on this line.</summary>
    public void SkipBlanks()
    {
        while (Position < _text.Length && IsBlank(_text[Position]))
            Position++;
    }

    /// <summary>Skips blanks, comments and ends of lines; true if there was an end of a line.</summary>
    public bool SkipLines()
    {
        var newLine = false;
        while (true)
        {
            SkipBlanks();
            if (Current == '\n')
            {
                newLine = true;
                Position++;
            }
            else if (AtComment)
            {
                SkipComment();
            }
            else
            {
                return newLine;
            }
        }
    }

    public string Between(int from, int to) => from == to ? "" : _text[from..to];

    /// <summary>Reads unquoted text, up to a blank or a character that needs quotes; possibly nothing.</summary>
    /// <param name="stopAtDot">Whether a dot ends it too, as it does in paths.</param>
    public string ReadUnquoted(bool stopAtDot)
    {
        var start = Position;
        while (Position < _text.Length)
        {
            var c = _text[Position];
            if (c == '+' && !stopAtDot && InExponent(start))
            {
                Position++;
                continue;
            }

            if (c == '\n' || IsBlank(c) || NeverUnquoted.Contains(c) || (stopAtDot && c == '.') || (c == '/' && AtComment))
                break;
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Reads a quoted or triple-quoted string. The reader is at its first quote.</summary>
    public string ReadQuoted() => At("\"\"\"") ? ReadTripleQuoted() : ReadSingleQuoted();

    private static bool IsBlank(char c) =>
        c != '\n' && (char.IsWhiteSpace(c) || c is '\uFEFF' or >= '\u001C' and <= '\u001F');

    private void SkipComment()
    {
        var end = _text.IndexOf('\n', Position);
        Position = end < 0 ? _text.Length : end;
    }

    // A plus needs no quotes only here: 1e+5.
    private bool InExponent(int start) =>
        Position - start >= 2 && _text[Position - 1] is 'e' or 'E' &&
        _text.AsSpan(start, Position - 1 - start).IndexOfAnyExcept(OfNumber) < 0;

    private string ReadTripleQuoted()
    {
        var start = Position + 3;
        var end = _text.IndexOf("\"\"\"", start, StringComparison.Ordinal);
        if (end < 0)
            throw Source.Error(Position, "this \"\"\" is never closed");
        // More than three quotes at the end: the first ones belong to the string.
        while (end + 3 < _text.Length && _text[end + 3] == '"')
            end++;
        Position = end + 3;
        return _text[start..end];
    }

    private string ReadSingleQuoted()
    {
        var open = Position++;
        var start = Position;
        StringBuilder? unescaped = null;
        while (true)
        {
            var run = _text.AsSpan(Position).IndexOfAny(InQuotes);
            if (run < 0)
                throw NeverClosed(open);
            unescaped?.Append(_text, Position, run);
            Position += run;
            switch (_text[Position])
            {
                case '"':
                    Position++;
                    return unescaped?.ToString() ?? _text[start..(Position - 1)];
                case < ' ':
                    throw At("\n") || At("\r\n")
                        ? NeverClosed(open)
                        : Source.Error(Position, $"{Source.Describe(Position)} can't stand in quotes; write \\u{(int)Current:x4}, or use \"\"\"");
            }

            unescaped ??= new StringBuilder(_text, start, Position - start, 0);
            AppendEscape(unescaped);
        }
    }

    private HoconException NeverClosed(int open) =>
        Source.Error(open, "this string is never closed; a string over several lines needs \"\"\"");

    // Two escapes make a character beyond U+FFFF. One of them alone is none, and could not be written anywhere.
    private void AppendEscape(StringBuilder text)
    {
        var at = Position;
        var c = ReadEscape();
        if (char.IsHighSurrogate(c) && At("\\u") && ReadEscape() is var low && char.IsLowSurrogate(low))
            text.Append(c).Append(low);
        else if (!char.IsSurrogate(c))
            text.Append(c);
        else
            throw Source.Error(at, $"\\u{(int)c:x4} is only half of a character");
    }

    private char ReadEscape()
    {
        var at = Position;
        Position += 2;
        switch (at + 1 < _text.Length ? _text[at + 1] : '\0')
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 6 <= _text.Length &&
                ushort.TryParse(_text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c):
                Position += 4;
                return (char)c;
            default:
                throw Source.Error(at, "unknown escape; known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits");
        }
    }
}
