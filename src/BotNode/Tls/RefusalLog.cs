using System.Globalization;

namespace BotNode.Tls;

/// <summary>Writes lines about refused connections: the first ones each, then how many more there were, so that strangers can't fill a log.</summary>
/// <param name="write">Takes a line.</param>
/// <param name="time">Measures the time between two counts.</param>
internal sealed class RefusalLog(Action<string> write, TimeProvider time)
{
    private const int First = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private int _written;
    private int _more;
    private long _counted;

    /// <summary>Writes the line, or counts it. A count is written with the first line that comes ten seconds after the one before.</summary>
    public void Note(string line)
    {
        if (_written < First)
        {
            _written++;
            _counted = time.GetTimestamp();
            write(line);
            return;
        }

        _more++;
        if (time.GetElapsedTime(_counted) < Between)
            return;
        write(string.Create(CultureInfo.InvariantCulture, $"{line} ({_more} refused since the last line)"));
        _counted = time.GetTimestamp();
        _more = 0;
    }
}
