using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// Logs what happens too often to be logged each time: the first ones at once, then how many more there were, every ten seconds
/// for as long as there are more.
/// </summary>
/// <param name="scheduler">Tells when ten seconds are over.</param>
/// <param name="log">Takes a line.</param>
/// <param name="first">How many have a line of their own.</param>
internal sealed class DropLog(IScheduler scheduler, Action<string> log, int first = 1)
{
    /// <summary>How many have a line of their own where each concerns another peer: a network that breaks is told in full with as many.</summary>
    internal const int Crowd = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long _unreported;
    private int _lines;

    /// <summary>It happened once more.</summary>
    /// <param name="line">The line for this time, if it is one of the first.</param>
    /// <param name="more">Makes the line for those that came since the last line.</param>
    internal void Add(string line, Func<long, string> more) => Add(() => line, more);

    /// <summary>It happened once more, where that may be a million times in a row: a line that nobody reads is not made.</summary>
    /// <param name="line">Makes the line for this time, if it is one of the first.</param>
    /// <param name="more">Makes the line for those that came since the last line.</param>
    internal void Add(Func<string> line, Func<long, string> more)
    {
        bool begins;
        lock (_gate)
        {
            if (_lines == first)
            {
                _unreported++;
                return;
            }

            begins = _lines++ == 0;
        }

        log(line());
        if (begins)
            scheduler.Advanced.ScheduleOnce(Interval, () => Report(more));
    }

    private void Report(Func<long, string> more)
    {
        long count;
        lock (_gate)
        {
            count = _unreported;
            _unreported = 0;
            _lines = count > 0 ? first : 0;
        }

        if (count == 0)
            return;
        log(more(count));
        scheduler.Advanced.ScheduleOnce(Interval, () => Report(more));
    }
}
