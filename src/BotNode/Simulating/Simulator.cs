using System.Globalization;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Simulating;

/// <summary>Simulates conversations of a scenario, and keeps and shrinks the one that fails.</summary>
/// <param name="terminal">Where they are shown.</param>
/// <param name="judge">Says what does not hold in a run.</param>
/// <param name="mindOf">Makes the mind of a bot; null for one that thinks as its persona does.</param>
/// <param name="time">The time.</param>
internal sealed class Simulator(Terminal terminal, Func<SimulationOutcome, SimulationFailure?> judge, Func<string, IMind?> mindOf, TimeProvider time)
{
    private const int DefaultRuns = 100;

    private const string DefaultFolder = "simulations";

    /// <summary>Simulates them.</summary>
    /// <param name="options">Which, and how many.</param>
    /// <param name="drawSeed">Draws a seed if none is given.</param>
    /// <param name="interrupted">Cancelled when it shall end.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(SimOptions options, Func<long> drawSeed, CancellationToken interrupted)
    {
        var file = ScenarioSource.Find(options.Scenario);
        if (!file.IsGood)
            return terminal.CouldNotRun(file.Errors);
        var loaded = ScenarioReader.Load(file.Value);
        if (!loaded.IsGood)
            return terminal.CouldNotRun(loaded.Errors);
        var (seed, bot) = (NodeSettings.Seed(), NodeSettings.Bot());
        if (!seed.IsGood || !bot.IsGood)
            return terminal.CouldNotRun([.. seed.Errors, .. bot.Errors]);
        if (SimulationSetup.Problem(loaded.Value) is { } problem)
            return terminal.CouldNotRun($"{file.Value}: {problem}");
        if (File.Exists(options.Keep))
            return terminal.CouldNotRun($"--keep takes a folder, and {Quote.Of(options.Keep)} is a file.");
        if (options.Minds.Problem(loaded.Value.Names) is { } nobody)
            return terminal.CouldNotRun($"{file.Value}: {nobody}");
        var setup = new SimulationSetup(loaded.Value, SimulationSetup.Simulated(seed.Value.Akka), SimulationSetup.Simulated(bot.Value))
        {
            Minds = options.Minds.Commands.Count > 0 ? new SimulationMinds(mindOf, time, interrupted) : null,
        };
        // What a file says goes wrong is one run, unless more are asked for.
        var all = options with { Runs = options.Runs ?? (options.Time is not null ? null : loaded.Value.Faults is null ? DefaultRuns : 1) };
        var first = options.Seed ?? (loaded.Value.Faults is null ? null : loaded.Value.Seed) ?? drawSeed();
        return await RunAsync(file.Value, setup, all, first, interrupted).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(string file, SimulationSetup setup, SimOptions options, long seed, CancellationToken interrupted)
    {
        var (screen, summary, start) = (new SimScreen(terminal, options, time), new SimSummary(), time.GetTimestamp());
        screen.Begin(seed);
        var batch = new SimulationBatch(setup, options.Faults, judge) { Jobs = options.Jobs, IsChecked = options.Check };
        await batch.PlayAsync(
            seed,
            played => !interrupted.IsCancellationRequested && played < (options.Runs ?? int.MaxValue) && !(time.GetElapsedTime(start) >= options.Time),
            run =>
            {
                summary.Add(run.Outcome, run.IsChecked);
                screen.Add(run.Outcome, run.Failure, summary);
            }).ConfigureAwait(false);
        if (batch.Failure is not { } failed)
        {
            screen.End(summary, hasFailed: false);
            return interrupted.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.AsExpected;
        }

        // First of all, so that it is known however the rest ends.
        screen.Erase();
        terminal.NotAsExpected([string.Create(CultureInfo.InvariantCulture, $"The run with seed {failed.Seed} fails: {failed.Failure.Property}."), .. failed.Failure.Problems]);
        screen.Shrink(failed.Seed);
        var kept = await KeepAsync(file, setup, options, failed, interrupted).ConfigureAwait(false);
        screen.End(summary, hasFailed: true);
        if (interrupted.IsCancellationRequested)
            terminal.Error.WriteLine("It may become smaller still: it was told to end.");
        if (kept?.Script is { } script)
            terminal.Error.WriteLine($"As a script: botnode replay {Quote.Word(script)}{options.Minds.Words}");
        terminal.Error.WriteLine($"Again: {(kept is null ? CommandOf(file, setup, options, failed) : $"botnode sim {Quote.Word(kept.Shrunk)}{options.Minds.Words}")}");
        return ExitCode.NotAsExpected;
    }

    private static string CommandOf(string file, SimulationSetup setup, SimOptions options, FailedRun failed)
    {
        var check = failed.IsOfTwoRuns ? " --check" : "";
        return setup.Scenario.Faults is not null && setup.Scenario.Seed == failed.Seed
            ? $"botnode sim {Quote.Word(file)}{options.Minds.Words}{check}"
            : string.Create(CultureInfo.InvariantCulture, $"botnode sim {Quote.Word(file)} --seed {failed.Seed} --runs 1 --faults {options.Faults.Words}{options.Minds.Words}{check}");
    }

    /// <summary>Keeps the run and makes it smaller; null if it is not kept.</summary>
    private async Task<KeptRun?> KeepAsync(string file, SimulationSetup setup, SimOptions options, FailedRun failed, CancellationToken interrupted)
    {
        // What the scenario itself says goes wrong is kept already; and runs that differ, or don't end, can't be made smaller by their outcome.
        var folder = options.Keep ?? (setup.Scenario.Faults is null ? DefaultFolder : null);
        if (folder is null || failed.Outcome is null || failed.IsOfTwoRuns)
            return null;
        try
        {
            return await KeptRun.KeepAsync(
                folder, file, failed, judge, script => Replay.RunAsync(script, time, interrupted, mindOf), options.Minds.Among(setup.Scenario.Names), interrupted).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.NotAsExpected($"The run can't be kept in {folder}: {error.Message}");
            return null;
        }
    }
}
