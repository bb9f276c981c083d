using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>What ends a line of a file.</summary>
internal enum LineEnd
{
    /// <summary>The end of the file.</summary>
    None,

    /// <summary>A line feed, as transcripts have it.</summary>
    LineFeed,

    /// <summary>A carriage return and a line feed.</summary>
    CarriageReturn,
}

/// <summary>Goes through the lines of a file and says how the bytes of each differ from those of a transcript.</summary>
/// <param name="content">The bytes of the file.</param>
internal ref struct TranscriptBytes(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _start;
    private int _next;
    private bool _hasMark;

    /// <summary>The bytes of the line, without its end.</summary>
    public ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>Where it begins in the file, from 0.</summary>
    public readonly int Start => _start;

    /// <summary>What ends it.</summary>
    public LineEnd End { get; private set; }

    /// <summary>Its text; null if it is not UTF-8.</summary>
    public string? Text { get; private set; }

    /// <summary>Why it is not UTF-8; null if it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>How its bytes differ from those that were written, though it says the same; null if they do not.</summary>
    public readonly string? Oddity => _hasMark ? "begins, at byte 1 of the file, with a byte order mark that was not written"
        : End == LineEnd.CarriageReturn ? Ends("with a carriage return and a line feed, not with a line feed alone")
        : null;

    /// <summary>That its line feed is missing; null if it is there.</summary>
    public readonly string? MissingEnd => End == LineEnd.None ? Ends("without the line feed that was written after it") : null;

    /// <summary>Goes on to the next line; false at the end of the file.</summary>
    public bool Next()
    {
        _hasMark = _next == 0 && _content.StartsWith(Utf8Text.Mark);
        _start = _hasMark ? Utf8Text.Mark.Length : _next;
        if (_start >= _content.Length)
        {
            return false;
        }
        var rest = _content[_start..];
        var length = rest.IndexOf((byte)'\n');
        End = length < 0 ? LineEnd.None : rest[..length] is [.., (byte)'\r'] ? LineEnd.CarriageReturn : LineEnd.LineFeed;
        _next = length < 0 ? _content.Length : _start + length + 1;
        Line = length < 0 ? rest : rest[..(End == LineEnd.CarriageReturn ? length - 1 : length)];
        var fault = Utf8Text.FaultIn(Line);
        Text = fault is null ? Encoding.UTF8.GetString(Line) : null;
        Fault = fault is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"byte {place + 1} of it, byte {_start + place + 1} of the file, is {Line[place]:X2}, and that is not UTF-8")
            : null;
        return true;
    }

    private readonly string Ends(string how) => string.Create(CultureInfo.InvariantCulture, $"ends, at byte {_start + Line.Length + 1} of the file, {how}");
}
