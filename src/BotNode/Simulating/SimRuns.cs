using System.Runtime.ExceptionServices;
using ActorSimulation;
using Chatroom.Actors;

namespace BotNode.Simulating;

/// <summary>Plays runs one seed after the other, several at a time, until one fails, all are played, or the time is over.</summary>
/// <param name="setup">What is simulated.</param>
/// <param name="options">How much of it.</param>
/// <param name="judge">Says what does not hold in a run.</param>
/// <param name="time">Limits how long.</param>
internal sealed class SimRuns(SimulationSetup setup, SimOptions options, Func<SimulationOutcome, SimulationFailure?> judge, TimeProvider time)
{
    /// <summary>The property that `--check` adds.</summary>
    public const string SameRun = "a seed gives the same run";

    /// <summary>The property of a run that can be played to its end.</summary>
    public const string Playable = "a run comes to its end";

    private const int CheckEvery = 10;

    private readonly Lock _gate = new();
    private int _next;
    private ExceptionDispatchInfo? _broken;

    /// <summary>What has happened so far. Only the callback of <see cref="PlayAsync"/> may read it before the end.</summary>
    public SimSummary Summary { get; } = new();

    /// <summary>The failure with the lowest seed of those that were found; null if nothing failed.</summary>
    public SimFailure? Failure { get; private set; }

    /// <summary>Plays them.</summary>
    /// <param name="seed">The seed of the first.</param>
    /// <param name="onRun">Called after each run, one call at a time.</param>
    /// <param name="interrupted">Ends it after the runs that are being played.</param>
    public async Task PlayAsync(long seed, Action<SimulationOutcome, SimulationFailure?> onRun, CancellationToken interrupted)
    {
        var start = time.GetTimestamp();
        bool HasTime() => !interrupted.IsCancellationRequested && (options.Time is not { } limit || time.GetElapsedTime(start) < limit);
        // Each waits for its worlds, and for replays, which need the thread pool: so none of its threads may be taken.
        await Task.WhenAll(Enumerable.Range(0, options.Jobs).Select(_ => Task.Factory.StartNew(
            () => PlaySome(seed, HasTime, onRun), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        _broken?.Throw();
    }

    private void PlaySome(long seed, Func<bool> hasTime, Action<SimulationOutcome, SimulationFailure?> onRun)
    {
        while (Next(hasTime) is { } number)
        {
            try
            {
                Play(seed + number, isChecked: options.Check && number % CheckEvery == 0, onRun);
            }
            catch (SimulationException error)
            {
                Note(new SimFailure(seed + number, null, new SimulationFailure(Playable, [error.Message])));
            }
#pragma warning disable CA1031 // It is thrown when the others have ended.
            catch (Exception error)
            {
                lock (_gate)
                    _broken ??= ExceptionDispatchInfo.Capture(error);
            }
#pragma warning restore CA1031
        }
    }

    private void Play(long seed, bool isChecked, Action<SimulationOutcome, SimulationFailure?> onRun)
    {
        var outcome = SimulationRun.Play(setup, seed, options.Faults);
        var failure = judge(outcome);
        if (failure is null && isChecked)
        {
            var again = SimulationRun.Play(setup, seed, options.Faults);
            failure = judge(again) ?? Compare(outcome, again);
        }

        if (failure is not null)
            Note(new SimFailure(seed, outcome, failure));
        lock (_gate)
        {
            Summary.Add(outcome, isChecked);
            onRun(outcome, failure);
        }
    }

    private void Note(SimFailure failure)
    {
        lock (_gate)
        {
            if (!(failure.Seed >= Failure?.Seed))
                Failure = failure;
        }
    }

    private int? Next(Func<bool> hasTime)
    {
        lock (_gate)
            return Failure is null && _broken is null && _next < (options.Runs ?? int.MaxValue) && hasTime() ? _next++ : null;
    }

    /// <summary>The failure if two runs of a seed differ; null if they do not.</summary>
    internal static SimulationFailure? Compare(SimulationOutcome one, SimulationOutcome other) =>
        (one.TraceHash, one.WireHash) == (other.TraceHash, other.WireHash) ? null : new SimulationFailure(
            SameRun, [$"once: trace {one.TraceHash}, wire {one.WireHash}", $"then: trace {other.TraceHash}, wire {other.WireHash}"]);
}

/// <summary>A run that failed.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Outcome">What came of it; null if it did not come to its end.</param>
/// <param name="Failure">What did not hold.</param>
internal sealed record SimFailure(long Seed, SimulationOutcome? Outcome, SimulationFailure Failure);
