using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// Logs what happens too often to be logged each time: the first at once, then how many more there were, every ten seconds for as
/// long as there are more.
/// </summary>
/// <param name="scheduler">Tells when ten seconds are over.</param>
/// <param name="log">Takes a line.</param>
internal sealed class DropLog(IScheduler scheduler, Action<string> log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long _unreported;
    private bool _isReporting;

    /// <summary>It happened once more.</summary>
    /// <param name="first">The line for the first time.</param>
    /// <param name="more">Makes the line for those that came since the last line.</param>
    internal void Add(string first, Func<long, string> more)
    {
        lock (_gate)
        {
            if (_isReporting)
            {
                _unreported++;
                return;
            }

            _isReporting = true;
        }

        log(first);
        scheduler.Advanced.ScheduleOnce(Interval, () => Report(more));
    }

    private void Report(Func<long, string> more)
    {
        long count;
        lock (_gate)
        {
            count = _unreported;
            _unreported = 0;
            _isReporting = count > 0;
        }

        if (count == 0)
            return;
        log(more(count));
        scheduler.Advanced.ScheduleOnce(Interval, () => Report(more));
    }
}
