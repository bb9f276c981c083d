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
        if (loaded.Value.Script.Count > 0)
            return terminal.CouldNotRun($"{file.Value}: a script says who does what and when; in a simulation, chance does. Simulate a scenario without one.");
        // What is kept could not be read: faults call the seed node so.
        if (loaded.Value.Names.Contains(FaultReader.SeedNode))
            return terminal.CouldNotRun($"{file.Value}: the roster has a bot {FaultReader.SeedNode}, and faults call the seed node so; give it another name.");
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
        var screen = new SimScreen(terminal, options, time);
        screen.Begin(seed);
        var runs = new SimRuns(setup, options, judge, time);
        await runs.PlayAsync(seed, (outcome, failure) => screen.Add(outcome, failure, runs.Summary), interrupted).ConfigureAwait(false);
        if (runs.Failure is not { } failed)
        {
            screen.End(runs.Summary, hasFailed: false);
            return interrupted.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.AsExpected;
        }

        // First of all, so that it is known however the rest ends.
        screen.Erase();
        terminal.NotAsExpected([string.Create(CultureInfo.InvariantCulture, $"The run with seed {failed.Seed} fails: {failed.Failure.Property}."), .. failed.Failure.Problems]);
        screen.Shrink(failed.Seed);
        var again = await KeepAsync(file, setup, options, failed, interrupted).ConfigureAwait(false) ?? [$"Again: {CommandOf(file, setup, options, failed)}"];
        screen.End(runs.Summary, hasFailed: true);
        if (interrupted.IsCancellationRequested)
            terminal.Error.WriteLine("It may become smaller still: it was told to end.");
        foreach (var line in again)
            terminal.Error.WriteLine(line);
        return ExitCode.NotAsExpected;
    }

    private static string CommandOf(string file, SimulationSetup setup, SimOptions options, SimFailure failed)
    {
        var check = IsOfTwoRuns(failed.Failure) ? " --check" : "";
        return setup.Scenario.Faults is not null && setup.Scenario.Seed == failed.Seed
            ? $"botnode sim {Quote.Word(file)}{options.Minds.Words}{check}"
            : string.Create(CultureInfo.InvariantCulture, $"botnode sim {Quote.Word(file)} --seed {failed.Seed} --runs 1 --faults {options.Faults.Words}{options.Minds.Words}{check}");
    }

    /// <summary>Keeps the run and makes it smaller; lines with the commands that repeat it, or null if it is not kept.</summary>
    private async Task<string[]?> KeepAsync(string file, SimulationSetup setup, SimOptions options, SimFailure failed, CancellationToken interrupted)
    {
        // What the scenario itself says goes wrong is kept already; and runs that differ, or don't end, can't be made smaller by their outcome.
        var folder = options.Keep ?? (setup.Scenario.Faults is null ? DefaultFolder : null);
        if (folder is null || failed.Outcome is not { } outcome || IsOfTwoRuns(failed.Failure))
            return null;
        try
        {
            var own = KeptRun.Write(folder, file, setup, outcome, failed.Failure);
            var scenario = setup.Scenario with { Seed = failed.Seed, Faults = outcome.Faults };
            var shrunk = Shrinker.Of(setup, failed.Failure.Property, judge, interrupted).Shrink(scenario);
            // The same property, shown by another run.
            var small = SimulationRun.Play(setup with { Scenario = shrunk }, shrunk.Seed!.Value, FaultPlan.None);
            var shown = judge(small) ?? failed.Failure;
            var again = $"Again: botnode sim {Quote.Word(KeptRun.WriteShrunk(own, file, setup.Scenario, shrunk, shown))}{options.Minds.Words}";
            return await KeepScriptAsync(own, file, small, shown, options.Minds, interrupted).ConfigureAwait(false) is { } script
                ? [$"As a script: botnode replay {Quote.Word(script)}{options.Minds.Words}", again]
                : [again];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.NotAsExpected($"The run can't be kept in {folder}: {error.Message}");
            return null;
        }
    }

    /// <summary>Writes the run as a script, if that fails in a replay for the same reason.</summary>
    /// <returns>The file; null if the run needs nodes to fail.</returns>
    private async Task<string?> KeepScriptAsync(
        string own, string file, SimulationOutcome outcome, SimulationFailure failure, MindCommands minds, CancellationToken interrupted)
    {
        if (PlainScript.Of(outcome, minds.Among(outcome.Setup.Scenario.Names)) is not { } script)
            return null;
        var path = KeptRun.WriteScript(own, file, script, failure);
        if (await FailsInReplayAsync(path, failure, interrupted).ConfigureAwait(false))
            return path;
        File.Delete(path);
        return null;
    }

    private async Task<bool> FailsInReplayAsync(string script, SimulationFailure failure, CancellationToken interrupted)
    {
        try
        {
            return ScenarioReader.Load(script) is { IsGood: true } read
                && IsShownBy(await Replay.RunAsync(read.Value, time, interrupted, mindOf).ConfigureAwait(false), failure);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    // What a mind can't answer is told in its own words.
    private static bool IsShownBy(ReplayResult replayed, SimulationFailure failure) => replayed.Differences is [var first, ..]
        && (first.StartsWith($"{failure.Property}: ", StringComparison.Ordinal) || (failure.Property == MindsAnswer.PropertyName && failure.Problems.Contains(first)));

    // One run alone does not show it.
    private static bool IsOfTwoRuns(SimulationFailure failure) => failure.Property is SimRuns.SameRun or MindsRepeat.PropertyName;
}
