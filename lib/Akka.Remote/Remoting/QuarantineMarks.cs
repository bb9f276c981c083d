using Akka.Actor;

namespace Akka.Remote;

/// <summary>
/// The incarnations of one peer that are refused, each for a while. Not thread safe: its association's lock guards it.
/// </summary>
/// <param name="scheduler">Tells when a mark is over.</param>
/// <param name="duration">How long one lasts.</param>
/// <param name="over">Called then, from outside the lock.</param>
internal sealed class QuarantineMarks(IScheduler scheduler, TimeSpan duration, Action<int> over)
{
    // A peer has one incarnation at a time. One that shows ever new ones, each to be refused, fills no memory.
    private const int Most = 32;

    private readonly List<(int Uid, ICancelable Timer)> _oldestFirst = [];

    internal int Count => _oldestFirst.Count;

    internal bool Contains(int uid) => _oldestFirst.Exists(mark => mark.Uid == uid);

    /// <summary>Refuses an incarnation from now on; false if it is refused already.</summary>
    internal bool TryAdd(int uid)
    {
        if (Contains(uid))
            return false;
        if (_oldestFirst.Count == Most)
            Remove(_oldestFirst[0].Uid);
        var timer = new Cancelable(scheduler);
        _oldestFirst.Add((uid, timer));
        scheduler.Advanced.ScheduleOnce(duration, () => over(uid), timer);
        return true;
    }

    /// <summary>Refuses an incarnation no longer.</summary>
    internal void Remove(int uid)
    {
        foreach (var (_, timer) in _oldestFirst.FindAll(mark => mark.Uid == uid))
            timer.Cancel();
        _oldestFirst.RemoveAll(mark => mark.Uid == uid);
    }

    /// <summary>Refuses nobody any more.</summary>
    internal void Clear()
    {
        foreach (var (_, timer) in _oldestFirst)
            timer.Cancel();
        _oldestFirst.Clear();
    }
}
