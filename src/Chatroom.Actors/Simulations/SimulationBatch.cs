using System.Runtime.ExceptionServices;
using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>Plays runs one seed after the other, several at a time, until one fails or there shall be no more.</summary>
/// <param name="setup">What is simulated.</param>
/// <param name="faults">What may go wrong, if the scenario does not say what does.</param>
/// <param name="judge">Says what does not hold in a run.</param>
internal sealed class SimulationBatch(SimulationSetup setup, FaultPlan faults, Func<SimulationOutcome, SimulationFailure?> judge)
{
    /// <summary>The property that <see cref="IsChecked"/> adds.</summary>
    public const string SameRun = "a seed gives the same run";

    /// <summary>The property of a run that can be played to its end.</summary>
    public const string Playable = "a run comes to its end";

    private const int CheckEvery = 10;

    private readonly Lock _gate = new();
    private int _next;
    private ExceptionDispatchInfo? _broken;

    /// <summary>How many runs at a time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether every tenth seed is run twice and compared.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The failure with the lowest seed of those that were found; null if nothing failed.</summary>
    public FailedRun? Failure { get; private set; }

    /// <summary>Plays them.</summary>
    /// <param name="seed">The seed of the first.</param>
    /// <param name="hasNext">Whether there shall be another run after this many.</param>
    /// <param name="onRun">Called after each run, one call at a time.</param>
    public async Task PlayAsync(long seed, Func<int, bool> hasNext, Action<PlayedRun> onRun)
    {
        // Each waits for its worlds, and for replays, which need the thread pool: so none of its threads may be taken.
        await Task.WhenAll(Enumerable.Range(0, Jobs).Select(_ => Task.Factory.StartNew(
            () => PlaySome(seed, hasNext, onRun), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
        _broken?.Throw();
    }

    /// <summary>The failure if two runs of a seed differ; null if they do not.</summary>
    internal static SimulationFailure? Compare(SimulationOutcome one, SimulationOutcome other) =>
        (one.TraceHash, one.WireHash) == (other.TraceHash, other.WireHash) ? null : new SimulationFailure(
            SameRun, [$"once: trace {one.TraceHash}, wire {one.WireHash}", $"then: trace {other.TraceHash}, wire {other.WireHash}"]);

    private void PlaySome(long seed, Func<int, bool> hasNext, Action<PlayedRun> onRun)
    {
        while (Next(hasNext) is { } number)
        {
            try
            {
                Play(seed + number, isChecked: IsChecked && number % CheckEvery == 0, onRun);
            }
            catch (SimulationException error)
            {
                Note(new FailedRun(seed + number, null, new SimulationFailure(Playable, [error.Message])));
            }
#pragma warning disable CA1031 // It is thrown when the others have ended.
            catch (Exception error)
            {
                lock (_gate)
                {
                    _broken ??= ExceptionDispatchInfo.Capture(error);
                }
            }
#pragma warning restore CA1031
        }
    }

    private void Play(long seed, bool isChecked, Action<PlayedRun> onRun)
    {
        var played = isChecked ? setup with { Minds = setup.Minds?.Compared() } : setup;
        var outcome = SimulationRun.Play(played, seed, faults);
        var failure = judge(outcome);
        if (failure is null && isChecked)
        {
            var again = SimulationRun.Play(played, seed, faults);
            failure = judge(again) ?? Compare(outcome, again);
        }
        if (failure is not null)
        {
            Note(new FailedRun(seed, outcome, failure));
        }
        lock (_gate)
        {
            onRun(new PlayedRun(outcome, failure, isChecked));
        }
    }

    private void Note(FailedRun failure)
    {
        lock (_gate)
        {
            if (!(failure.Seed >= Failure?.Seed))
            {
                Failure = failure;
            }
        }
    }

    private int? Next(Func<int, bool> hasNext)
    {
        lock (_gate)
        {
            return Failure is null && _broken is null && hasNext(_next) ? _next++ : null;
        }
    }
}

/// <summary>A run that was played.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Failure">What did not hold; null if all did.</param>
/// <param name="IsChecked">Whether it was played twice.</param>
internal sealed record PlayedRun(SimulationOutcome Outcome, SimulationFailure? Failure, bool IsChecked);

/// <summary>A run that failed.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Outcome">What came of it; null if it did not come to its end.</param>
/// <param name="Failure">What did not hold.</param>
internal sealed record FailedRun(long Seed, SimulationOutcome? Outcome, SimulationFailure Failure)
{
    /// <summary>Whether it takes two runs to show it.</summary>
    public bool IsOfTwoRuns => Failure.Property is SimulationBatch.SameRun or MindsRepeat.PropertyName;
}
