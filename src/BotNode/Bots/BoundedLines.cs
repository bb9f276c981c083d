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
    private bool _isInTheRest;

    /// <summary>The next line without its end, and whether it is longer than that, which is told before its end; null when there are no more.</summary>
    public async Task<(string Text, bool IsCut)?> NextAsync()
    {
        var line = new StringBuilder();
        var any = false;
        while (await FillAsync().ConfigureAwait(false))
        {
            var rest = _buffer.AsSpan(_next, _length - _next);
            var end = rest.IndexOf('\n');
            var piece = end < 0 ? rest : rest[..end];
            _next += piece.Length + (end < 0 ? 0 : 1);
            var wasInTheRest = _isInTheRest;
            _isInTheRest = end < 0 && (wasInTheRest || piece.Length > most - line.Length);
            if (wasInTheRest)
                continue;
            any = true;
            var fits = Math.Min(piece.Length, most - line.Length);
            line.Append(piece[..fits]);
            if (fits < piece.Length)
                return (line.ToString(), true);
            if (end >= 0)
                break;
        }

        return any ? (line.ToString().TrimEnd('\r'), false) : null;
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
