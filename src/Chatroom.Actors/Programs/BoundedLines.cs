using System.Text;

namespace Chatroom.Actors;

/// <summary>
/// Reads lines from a program that may send anything, cuts a line that is too long, and lets a program wait that writes too fast: it
/// would keep a processor busy.
/// </summary>
/// <param name="reader">What the program writes.</param>
/// <param name="most">The most characters of a line.</param>
/// <param name="time">The clock.</param>
/// <param name="closing">Cancelled when nobody wants more of it: it ends then.</param>
internal sealed class BoundedLines(TextReader reader, int most, TimeProvider time, CancellationToken closing = default)
{
    /// <summary>How many characters it reads in a second, or a few more.</summary>
    public const int MostASecond = 1 << 18;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly char[] _buffer = new char[4096];
    private int _length;
    private int _next;
    private bool _isInTheRest;
    private long _secondBegan = time.GetTimestamp();
    private int _readInSecond;

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
        _next = _length = 0;
        try
        {
            await WaitForItsTimeAsync().ConfigureAwait(false);
            _length = await reader.ReadAsync(_buffer.AsMemory(), closing).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            return false;
        }

        _readInSecond += _length;
        return _length > 0;
    }

    private async Task WaitForItsTimeAsync()
    {
        var left = Second - time.GetElapsedTime(_secondBegan);
        if (left > TimeSpan.Zero && _readInSecond < MostASecond)
            return;
        if (left > TimeSpan.Zero)
            await Task.Delay(left, time, closing).ConfigureAwait(false);
        (_secondBegan, _readInSecond) = (time.GetTimestamp(), 0);
    }
}
