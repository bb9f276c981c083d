namespace Chatroom.Actors;

/// <summary>A run that failed, as files.</summary>
public sealed record KeptRun
{
    private KeptRun(string folder, string shrunk, string? script) => (Folder, Shrunk, Script) = (folder, shrunk, script);

    /// <summary>The folder of its files: the run as it was, its transcript, its trace, and what did not hold.</summary>
    public string Folder { get; }

    /// <summary>The scenario that fails for the same reason, as small as it was made; it says what goes wrong and when.</summary>
    public string Shrunk { get; }

    /// <summary>The scenario that fails for the same reason in a replay; null if none was found, such as when the network must fail.</summary>
    public string? Script { get; }

    /// <summary>Keeps a run and makes it smaller.</summary>
    /// <param name="folder">The folder for all runs; it is made.</param>
    /// <param name="file">The scenario's file.</param>
    /// <param name="failed">The run; it was not compared with another one.</param>
    /// <param name="judge">Says what does not hold in a run.</param>
    /// <param name="replay">Plays a script.</param>
    /// <param name="asked">The bots whose minds were brought in.</param>
    /// <param name="interrupted">Cancelled when what has been found is small enough.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static async Task<KeptRun> KeepAsync(
        string folder,
        string file,
        FailedRun failed,
        Func<SimulationOutcome, SimulationFailure?> judge,
        Func<Scenario, Task<ReplayResult>> replay,
        IReadOnlyList<string> asked,
        CancellationToken interrupted)
    {
        var outcome = failed.Outcome ?? throw new ArgumentException("It did not come to its end.", nameof(failed));
        var setup = outcome.Setup;
        var own = KeptFiles.Write(folder, file, setup, outcome, failed.Failure);
        var shrunk = Shrinker.Of(setup, failed.Failure.Property, judge, interrupted).Shrink(setup.Scenario with { Seed = failed.Seed, Faults = outcome.Faults });
        // The same property, shown by another run.
        var small = SimulationRun.Play(setup with { Scenario = shrunk }, shrunk.Seed!.Value, FaultPlan.None);
        var shown = judge(small) ?? failed.Failure;
        var path = KeptFiles.WriteShrunk(own, file, setup.Scenario, shrunk, shown);
        return new KeptRun(own, path, await KeepScriptAsync(own, file, small, shown, replay, asked).ConfigureAwait(false));
    }

    /// <summary>Writes the run as a script, if that fails in a replay for the same reason.</summary>
    /// <returns>The file; null if the run needs nodes to fail.</returns>
    private static async Task<string?> KeepScriptAsync(
        string own, string file, SimulationOutcome outcome, SimulationFailure failure, Func<Scenario, Task<ReplayResult>> replay, IReadOnlyList<string> asked)
    {
        if (PlainScript.Of(outcome, asked) is not { } script)
        {
            return null;
        }
        var path = KeptFiles.WriteScript(own, file, script, failure);
        if (await FailsInReplayAsync(path, failure, replay).ConfigureAwait(false))
        {
            return path;
        }
        File.Delete(path);
        return null;
    }

    private static async Task<bool> FailsInReplayAsync(string script, SimulationFailure failure, Func<Scenario, Task<ReplayResult>> replay)
    {
        try
        {
            return ScenarioReader.Load(script) is { IsGood: true } read && IsShownBy(await replay(read.Value).ConfigureAwait(false), failure);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    // What a mind can't answer is told in its own words.
    private static bool IsShownBy(ReplayResult replayed, SimulationFailure failure) => replayed.Differences is [var first, ..]
        && (first.StartsWith($"{failure.Property}: ", StringComparison.Ordinal) || (failure.Property == MindsAnswer.PropertyName && failure.Problems.Contains(first)));
}
