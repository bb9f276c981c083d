using System.Globalization;
using Akka.Actor;
using Akka.Configuration;

namespace Chatroom.Actors;

/// <summary>The outcome of a replay.</summary>
/// <param name="Events">What happened in it.</param>
/// <param name="Unexpected">Where it differs from what was expected, as lines for people.</param>
internal sealed record ReplayResult(ValueList<RoomEvent> Events, ValueList<string> Unexpected)
{
    public string Digest => ConversationDigest.Of(Events);

    /// <summary>What must hold in every conversation and does not, and then what was not expected.</summary>
    public ValueList<string> Differences => [.. EventProperties.Violations(Events), .. Unexpected];
}

/// <summary>Plays scenarios and transcripts again, in this process, under virtual time, and compares.</summary>
internal static class Replay
{
    /// <summary>The seed of a scenario that has none.</summary>
    public const long DefaultSeed = 1;

    /// <summary>The longest time, in reality, that a replay may take before it counts as hung.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Nothing here listens or logs: the result of a replay says everything.
    private static readonly string Settings = $$"""
        akka {
          loglevel = WARNING
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          scheduler.implementation = "{{typeof(VirtualScheduler).AssemblyQualifiedName}}"
        }
        virtual-dispatcher.type = "{{typeof(VirtualDispatcherConfigurator).AssemblyQualifiedName}}"
        """;

    /// <summary>Plays a scenario and compares the outcome with its expectation.</summary>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public static async Task<ReplayResult> RunAsync(Scenario scenario, TimeProvider clock, CancellationToken cancellationToken)
    {
        var outcome = await PlayAsync(scenario, clock, cancellationToken).ConfigureAwait(false);
        return new ReplayResult(outcome.Events, Differences(scenario, outcome).ToValueList());
    }

    /// <summary>Plays a transcript and compares the outcome with it; an error if it is of a kind that can't be played.</summary>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public static async Task<Result<ReplayResult>> RunAsync(Transcript transcript, TimeProvider clock, CancellationToken cancellationToken)
    {
        var recording = Recording.Of(transcript);
        if (!recording.IsGood)
        {
            return Result<ReplayResult>.Bad(recording.Errors);
        }
        var scenario = recording.Value.Scenario;
        var outcome = await PlayAsync(scenario, clock, cancellationToken).ConfigureAwait(false);
        var differences = ExpectationCheck.Differences(scenario.Expect!, outcome.Events);
        return Result<ReplayResult>.Good(new ReplayResult(outcome.Events, outcome.StuckAt is { } step
            ? [.. differences, AnotherWay(recording.Value.Causes[step])]
            : differences.ToValueList()));
    }

    /// <summary>The differences between a play and what the scenario expects.</summary>
    public static IEnumerable<string> Differences(Scenario scenario, StageOutcome outcome)
    {
        var differences = scenario.Expect is { } expect ? ExpectationCheck.Differences(expect, outcome.Events) : [];
        return outcome.StuckAt is { } step
            ? [.. differences, string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of the script did not do what it says: {ScriptWriter.Of(scenario.Script[step])}")]
            : differences;
    }

    private static async Task<StageOutcome> PlayAsync(Scenario scenario, TimeProvider clock, CancellationToken cancellationToken)
    {
        var system = ActorSystem.Create("Replay", ConfigurationFactory.ParseString(Settings));
        var dispatcher = (VirtualDispatcher)system.Dispatchers.Lookup(VirtualDispatcher.Path);
        try
        {
            var outcome = new TaskCompletionSource<StageOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            system.ActorOf(LocalStage.Props(scenario, scenario.Seed ?? DefaultSeed, outcome).WithDispatcher(VirtualDispatcher.Path), "stage");
            var start = clock.GetTimestamp();
            var isOver = await Task.Run(
                () => dispatcher.Run((VirtualScheduler)system.Scheduler, () =>
                    outcome.Task.IsCompleted || cancellationToken.IsCancellationRequested || clock.GetElapsedTime(start) > Limit),
                CancellationToken.None).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return isOver && outcome.Task.IsCompleted
                ? await outcome.Task.ConfigureAwait(false)
                : throw new TimeoutException("The replay hangs.");
        }
        finally
        {
            dispatcher.Release();
            await system.Terminate().ConfigureAwait(false);
        }
    }

    // In the file, the header stands before the first event.
    private static string AnotherWay(RoomEvent cause) => string.Create(
        CultureInfo.InvariantCulture, $"the replay went another way at line {cause.N + 1} of the transcript: {string.Join(" / ", RoomText.Lines([cause], addresses: false))}");
}
