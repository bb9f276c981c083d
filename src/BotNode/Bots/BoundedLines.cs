using System.Text;

namespace BotNode.Bots;

/// <summary>Reads lines from a program that may send anything, and cuts a line that is too long.</summary>
/// <param name="reader">What the program writes.</param>
/// <param name="most">The most characters of a line.</param>
internal sealed class BoundedLines(TextReader reader, int most)
{
    private readonly char[] _buffer = new char[4096];
    private int _length;
    private int _next;

    /// <summary>The next line without its end, and whether it was longer than that; null at the end.</summary>
    public async Task<(string Text, bool IsCut)?> NextAsync()
    {
        var line = new StringBuilder();
        var (any, isCut) = (false, false);
        while (await FillAsync().ConfigureAwait(false))
        {
            any = true;
            var rest = _buffer.AsSpan(_next, _length - _next);
            var end = rest.IndexOf('\n');
            var piece = end < 0 ? rest : rest[..end];
            _next += piece.Length + (end < 0 ? 0 : 1);
            var fits = Math.Min(piece.Length, most - line.Length);
            line.Append(piece[..fits]);
            isCut |= fits < piece.Length;
            if (end >= 0)
                break;
        }

        return any ? (line.ToString().TrimEnd('\r'), isCut) : null;
    }

    private async Task<bool> FillAsync()
    {
        if (_next < _length)
            return true;
        _next = 0;
        _length = await reader.ReadAsync(_buffer.AsMemory()).ConfigureAwait(false);
        return _length > 0;
    }
}
