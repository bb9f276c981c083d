using System.Collections.Concurrent;
using System.Globalization;
using Akka.Dispatch;

namespace ActorSimulation.Turns;

/// <summary>
/// The clock, the turns that are ready, and the timers. Which ready turn comes next is drawn; time passes only when no turn is ready. All
/// happens on the thread that made it.
/// </summary>
/// <param name="chance">Draws the next turn.</param>
internal sealed class Schedule(Chance chance)
{
    // More than any instant of a sound program has.
    private const int MostTurnsOfAnInstant = 1_000_000;

    // Akka.NET makes parts of its own, such as failure detectors, and tells them nothing of the system that they are made for.
    [ThreadStatic]
    private static Schedule? _current;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<(ITurnOwner Owner, IRunnable Run)> _ready = [];
    private readonly PriorityQueue<Due, (TimeSpan At, long Order)> _timers = new();
    private readonly ConcurrentQueue<string> _intruders = new();
    private long _order;
    private int _turnsOfInstant;

    /// <summary>That of the world which this thread plays; null if it plays none.</summary>
    public static Schedule? Current => _current;

    /// <summary>That of the world which this thread plays.</summary>
    /// <exception cref="SimulationException">It plays none.</exception>
    public static Schedule Playing => _current ?? throw new SimulationException("The settings of a simulation are used by an actor system that no world has started.");

    /// <summary>The time of the world that this thread plays.</summary>
    /// <exception cref="SimulationException">It plays none.</exception>
    public static TimeProvider CurrentTime => new WorldTime(Playing, static () => null);

    /// <summary>Chance for the user's own parts.</summary>
    public required Chance OwnChance { get; init; }

    /// <summary>How much time has passed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How many turns there have been.</summary>
    public long Turns { get; private set; }

    /// <summary>Whether the caller is on the thread of this world.</summary>
    public bool IsOnThread => Environment.CurrentManagedThreadId == _thread;

    /// <summary>Lets parts that Akka.NET makes on this thread find this world.</summary>
    public void Enter() => _current = this;

    /// <summary>This thread runs no world any more.</summary>
    public static void Leave() => _current = null;

    /// <summary>A turn is ready.</summary>
    public void Add(ITurnOwner owner, IRunnable run)
    {
        if (CheckThread("ran an actor"))
            _ready.Add((owner, run));
    }

    /// <summary>Something happens later.</summary>
    /// <param name="after">After how long; less than nothing is nothing.</param>
    /// <param name="due">What.</param>
    public Due Add(TimeSpan after, Due due)
    {
        due.At = Now + (after > TimeSpan.Zero ? after : TimeSpan.Zero);
        if (CheckThread("set a timer"))
            Enqueue(due.At, due);
        return due;
    }

    /// <summary>Something happens later, once.</summary>
    /// <param name="after">After how long.</param>
    /// <param name="owner">Whose it is; null for the world's own.</param>
    /// <param name="run">What.</param>
    public void Add(TimeSpan after, ITurnOwner? owner, Action run) => Add(after, new Due(owner, run, null, null));

    /// <summary>Takes turns until a time, or until it is over.</summary>
    /// <param name="until">The time; it is now that time if it was not over before.</param>
    /// <param name="isOver">Asked before each turn.</param>
    /// <returns>Whether it is over.</returns>
    /// <exception cref="SimulationException">Another thread has interfered, or actors tell each other something for ever while no time passes.</exception>
    public bool Run(TimeSpan until, Func<bool> isOver)
    {
        while (!isOver())
        {
            ThrowIfIntruded();
            if (_ready.Count > 0)
                TakeTurn();
            else if (!PassTime(until))
                return isOver();
        }

        return true;
    }

    /// <summary>Whether the caller is on the thread of this world; if not, the run ends with an exception that says what it did.</summary>
    public bool CheckThread(string what)
    {
        if (IsOnThread)
            return true;
        _intruders.Enqueue($"Another thread {what}, so no run can be repeated:{Environment.NewLine}{Environment.StackTrace}");
        return false;
    }

    /// <summary>Says what another thread has done.</summary>
    /// <exception cref="SimulationException">It has done something.</exception>
    public void ThrowIfIntruded()
    {
        if (!_intruders.IsEmpty && _intruders.TryDequeue(out var what))
            throw new SimulationException(what);
    }

    private void TakeTurn()
    {
        var drawn = chance.Below(_ready.Count);
        var (owner, run) = _ready[drawn];
        _ready[drawn] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        if (!owner.IsUp)
            return;
        if (owner.PausedUntil > Now)
        {
            Enqueue(owner.PausedUntil, new Due(owner, () => Add(owner, run), null, null));
            return;
        }

        Turns++;
        CountInInstant();
        run.Run();
    }

    // Timers count as well: they may go on for ever, too.
    private void CountInInstant()
    {
        if (++_turnsOfInstant > MostTurnsOfAnInstant)
            throw new SimulationException(string.Create(CultureInfo.InvariantCulture, $"After {MostTurnsOfAnInstant:N0} turns at {Now} no time has passed: actors tell each other something for ever."));
    }

    /// <summary>Lets time pass up to what is due next, and does that; false if nothing is due in this time.</summary>
    private bool PassTime(TimeSpan until)
    {
        while (_timers.TryPeek(out var due, out var key) && key.At <= until)
        {
            _timers.Dequeue();
            if (!due.IsOn)
                continue;
            if (due.Owner is { } owner && owner.PausedUntil > key.At)
            {
                Enqueue(owner.PausedUntil, due);
                continue;
            }

            Advance(key.At);
            if (due.Interval is { } interval)
                Enqueue(due.At += interval, due);
            CountInInstant();
            due.Run();
            return true;
        }

        Advance(until);
        return false;
    }

    private void Advance(TimeSpan to)
    {
        if (to <= Now)
            return;
        Now = to;
        _turnsOfInstant = 0;
    }

    // What is due at the same time happens in the order in which it was set.
    private void Enqueue(TimeSpan at, Due due) => _timers.Enqueue(due, (at, _order++));
}
