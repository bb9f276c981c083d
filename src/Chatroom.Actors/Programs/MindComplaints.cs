using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// What is wrong with a program that thinks for a bot, on stderr: the first few complaints whole, then once a second how many there were,
/// and their sum at the end. So a program may do wrong as fast as it likes.
/// </summary>
internal sealed class MindComplaints : IDisposable
{
    private const int MostWhole = 5;

    private static readonly TimeSpan CountFor = TimeSpan.FromSeconds(1);

    private readonly TextWriter _errors;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private long _all;
    private long _uncounted;
    private string? _first;

    /// <summary>Begins with none.</summary>
    /// <param name="errors">Takes them.</param>
    /// <param name="time">Tells when a second is over.</param>
    public MindComplaints(TextWriter errors, TimeProvider time)
    {
        _errors = errors;
        _timer = time.CreateTimer(_ => SayCount(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What was complained of so far.</summary>
    public MindComplaint All
    {
        get
        {
            lock (_gate)
                return new MindComplaint(_all, _first);
        }
    }

    /// <summary>Complains of what the program does.</summary>
    public void Add(string what)
    {
        lock (_gate)
        {
            _first ??= what;
            if (++_all <= MostWhole)
                _errors.WriteLine($"botnode: The program of --exec {what}.");
            else if (_uncounted++ == 0)
                _timer.Change(CountFor, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Says how many there were, if not all of them were told.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _uncounted = 0;
            if (_all > MostWhole)
            {
                _errors.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"botnode: In all there were {_all:N0} complaints about the program of --exec, of which the first {MostWhole} are shown."));
            }
        }
    }

    private void SayCount()
    {
        lock (_gate)
        {
            // The second may end together with all.
            if (_uncounted == 0)
                return;
            _errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"botnode: {_uncounted:N0} more complaints about the program of --exec in a second."));
            _uncounted = 0;
        }
    }
}
