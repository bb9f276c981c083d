using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Work in the order in which it falls due, and one timer that is set to the first of it. Only the timer's callback runs
/// work, and only one callback at a time; the timer is set again when the callback is through.
/// </summary>
internal sealed class ScheduledQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SortedSet<Entry> _entries = new(EntryOrder.Instance);
    private readonly TimeProvider _time;
    private readonly ILoggingAdapter _log;
    private readonly long _start;
    private readonly ITimer _timer;
    private long _lastNumber;
    private bool _running;
    private bool _disposed;

    public ScheduledQueue(TimeProvider time, ILoggingAdapter log)
    {
        _time = time;
        _log = log;
        _start = time.GetTimestamp();

        // The scheduler belongs to nobody's call: what it runs must not inherit the first caller's context.
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static queue => ((ScheduledQueue)queue!).RunDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Adds work, to be repeated if there is an interval.</summary>
    /// <exception cref="SchedulerException">The queue was disposed.</exception>
    public void Add(TimeSpan delay, TimeSpan? interval, Action work, ICancelable? cancelable)
    {
        if (cancelable is { IsCancellationRequested: true }) return;
        var entry = new Entry(work, interval) { Due = Later(Now, delay) };

        // Before the entry can run, as it ends its registration when it has.
        if (cancelable is not null) entry.Cancelled = cancelable.Token.UnsafeRegister(_ => Cancel(entry), null);
        lock (_gate)
        {
            if (!_disposed)
            {
                if (!entry.IsCancelled) Enqueue(entry);
                return;
            }
        }

        entry.Cancelled.Unregister();
        throw new SchedulerException("The scheduler was shut down; it takes no more work.");
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var entry in _entries) entry.Cancelled.Unregister();
            _entries.Clear();
        }

        _timer.Dispose();
    }

    private static TimeSpan Later(TimeSpan now, TimeSpan delay) => delay > TimeSpan.MaxValue - now ? TimeSpan.MaxValue : now + delay;

    private void Enqueue(Entry entry)
    {
        entry.Number = ++_lastNumber;
        _entries.Add(entry);
        if (!_running && _entries.Min == entry) SetTimer();
    }

    private void Cancel(Entry entry)
    {
        lock (_gate)
        {
            entry.IsCancelled = true;
            _entries.Remove(entry);
        }
    }

    private void SetTimer()
    {
        if (_disposed || _entries.Min is not { } first) return;

        // Rounded up to whole milliseconds, as timers count them; a wait longer than a timer can take is taken in parts.
        var wait = Math.Ceiling((first.Due - Now).TotalMilliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait, 0, int.MaxValue)), Timeout.InfiniteTimeSpan);
    }

    private void RunDue()
    {
        lock (_gate)
        {
            if (_running) return;
            _running = true;
        }

        while (NextDue() is { } entry) Run(entry);
    }

    private Entry? NextDue()
    {
        lock (_gate)
        {
            if (!_disposed && _entries.Min is { } first && first.Due <= Now)
            {
                _entries.Remove(first);
                return first;
            }

            _running = false;
            SetTimer();
            return null;
        }
    }

    private void Run(Entry entry)
    {
        try
        {
            entry.Work();
        }
#pragma warning disable CA1031 // One piece of work must not take the others with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _log.Error(exception, "Scheduled work failed; it is not repeated.");
            entry.Cancelled.Unregister();
            return;
        }

        if (entry.Interval is { } interval) Repeat(entry, interval);
        else entry.Cancelled.Unregister();
    }

    private void Repeat(Entry entry, TimeSpan interval)
    {
        lock (_gate)
        {
            if (entry.IsCancelled || _disposed) return;
            var now = Now;
            var due = Later(entry.Due, interval);

            // What fell behind by more than an interval does not catch up in a burst.
            entry.Due = due > now ? due : Later(now, interval);
            Enqueue(entry);
        }
    }

    private sealed class Entry(Action work, TimeSpan? interval)
    {
        public Action Work { get; } = work;

        public TimeSpan? Interval { get; } = interval;

        public TimeSpan Due { get; set; }

        public long Number { get; set; }

        public bool IsCancelled { get; set; }

        public CancellationTokenRegistration Cancelled { get; set; }
    }

    private sealed class EntryOrder : IComparer<Entry>
    {
        public static readonly EntryOrder Instance = new();

        public int Compare(Entry? x, Entry? y)
        {
            var byDue = x!.Due.CompareTo(y!.Due);
            return byDue != 0 ? byDue : x.Number.CompareTo(y.Number);
        }
    }
}
