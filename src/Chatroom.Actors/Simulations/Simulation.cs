namespace Chatroom.Actors;

/// <summary>
/// Simulates conversations: a seed node and a node for each bot, on one thread and in virtual time, with faults of network and nodes. The
/// program runs on the copy of Akka.Remote that comes with ActorSimulation: docs/simulation.md.
/// </summary>
public static class Simulation
{
    /// <summary>Simulates a scenario, once for each seed, until a conversation fails.</summary>
    /// <param name="scenario">The scenario, without a script. If it says itself what goes wrong, only that does, with its own seed.</param>
    /// <param name="options">How often, and with what faults; null for the defaults.</param>
    /// <param name="minds">What thinks for which bots; time stands still meanwhile.</param>
    /// <param name="property">Says what is wrong with a conversation that came to its end; null if nothing is. An exception is what is wrong, too.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What came of it. Besides the property, what must hold in every conversation is judged: docs/simulation.md.</returns>
    /// <exception cref="ArgumentException">The scenario can't be simulated, there is a mind for somebody who is not on the roster, or the faults are of no known kind.</exception>
    /// <exception cref="ActorSimulation.SimulationException">The program runs on the original Akka.Remote.</exception>
    /// <exception cref="IOException">What failed can't be kept.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static async Task<SimulationResult> RunAsync(
        Scenario scenario, SimulationOptions? options = null, Minds? minds = null, Func<Transcript, string?>? property = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        options ??= new SimulationOptions();
        minds ??= Minds.None;
        minds.CheckAgainst(scenario.Names);
        if (SimulationSetup.Problem(scenario) is { } problem)
        {
            throw new ArgumentException($"{scenario.Name}: {problem}", nameof(scenario));
        }
        var setup = new SimulationSetup(scenario, SimulationSetup.Simulated(NodeConfig.Seed()), SimulationSetup.Simulated(NodeConfig.Bot()))
        {
            Minds = minds.Among(scenario.Names).Count > 0 ? new SimulationMinds(minds.Of, RealTime.Clock, cancellationToken) : null,
        };
        var properties = new SimulationProperties(RealTime.Clock, property is null ? [] : [new OwnProperty(property)]);
        var batch = new SimulationBatch(setup, options.Plan, properties.Judge) { Jobs = options.Jobs };
        var (played, time) = (0, TimeSpan.Zero);
        await batch.PlayAsync(
            (scenario.Faults is null ? null : scenario.Seed) ?? options.Seed,
            begun => !cancellationToken.IsCancellationRequested && begun < (scenario.Faults is null ? options.Runs : 1),
            run => (played, time) = (played + 1, time + run.Outcome.Time)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new SimulationResult(played, time)
        {
            FailedSeed = batch.Failure?.Seed,
            Failure = batch.Failure?.Failure,
            Kept = await KeepAsync(scenario, options.Keep, batch.Failure, properties, minds, cancellationToken).ConfigureAwait(false),
        };
    }

    // What the scenario itself says goes wrong is kept already.
    private static async Task<KeptRun?> KeepAsync(Scenario scenario, string? folder, FailedRun? failed, SimulationProperties properties, Minds minds, CancellationToken cancelled) =>
        folder is null || scenario is not { Faults: null, File: { } file } || failed is not { Outcome: not null, IsOfTwoRuns: false }
            ? null
            : await KeptRun.KeepAsync(
                folder, file, failed, properties.Judge, script => Replay.RunAsync(script, minds, cancelled), minds.Among(scenario.Names), cancelled).ConfigureAwait(false);
}
