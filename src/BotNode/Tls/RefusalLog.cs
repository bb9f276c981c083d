using System.Globalization;

namespace BotNode.Tls;

/// <summary>Says what to write of refused connections: of the first ones a line each, then how many more there were, so that strangers can't fill a log.</summary>
/// <param name="time">Measures the time between two counts.</param>
internal sealed class RefusalLog(TimeProvider time)
{
    private const int First = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private int _written;
    private int _more;
    private long _counted;

    /// <summary>What to write at the end: how many have not been told; null when all have.</summary>
    public string? Rest => _more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_more} more refused since the last line") : null;

    /// <summary>What to write for a line: that, or null for nothing. A count goes with the first one that comes ten seconds after the one before.</summary>
    public string? Note(string line)
    {
        if (_written < First)
        {
            _written++;
            _counted = time.GetTimestamp();
            return line;
        }

        _more++;
        if (time.GetElapsedTime(_counted) < Between)
            return null;
        var count = _more;
        _counted = time.GetTimestamp();
        _more = 0;
        return string.Create(CultureInfo.InvariantCulture, $"{line} ({count} refused since the last line)");
    }
}
