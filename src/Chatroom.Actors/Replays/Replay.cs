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
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">Tells when it hangs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mindOf">Makes the mind of a bot; null, or a mind that is null, for its persona.</param>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public static async Task<ReplayResult> RunAsync(
        Scenario scenario, TimeProvider clock, CancellationToken cancellationToken, Func<string, IMind?>? mindOf = null)
    {
        var minds = new AskedMinds(scenario.Room.ReplyTimeout, mindOf ?? (_ => null), clock, cancellationToken);
        var outcome = await PlayAsync(scenario, minds, clock, cancellationToken).ConfigureAwait(false);
        return new ReplayResult(outcome.Events, [.. minds.Failures, .. Differences(scenario, outcome)]);
    }

    /// <summary>Plays a transcript and compares the outcome with it; an error if it is of a kind that can't be played.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="clock">Tells when it hangs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mindOf">Makes the mind of a bot, which is asked where the bot answered; null, or a mind that is null, for a bot that says what it said.</param>
    /// <param name="asked">The names of the bots that have a mind.</param>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public static async Task<Result<ReplayResult>> RunAsync(
        Transcript transcript, TimeProvider clock, CancellationToken cancellationToken, Func<string, IMind?>? mindOf = null, IReadOnlyList<string>? asked = null)
    {
        var recording = Recording.Of(transcript);
        if (!recording.IsGood)
        {
            return Result<ReplayResult>.Bad(recording.Errors);
        }
        var scenario = Asking(asked ?? [], recording.Value.Scenario);
        var minds = new AskedMinds(scenario.Room.ReplyTimeout, mindOf ?? (_ => null), clock, cancellationToken);
        var outcome = await PlayAsync(scenario, minds, clock, cancellationToken).ConfigureAwait(false);
        ValueList<string> differences = [.. minds.Failures, .. ExpectationCheck.Differences(scenario.Expect!, outcome.Events)];
        return Result<ReplayResult>.Good(new ReplayResult(outcome.Events, outcome.StuckAt is { } step
            ? [.. differences, AnotherWay(recording.Value.Causes[step])]
            : differences));
    }

    /// <summary>The differences between a play and what the scenario expects.</summary>
    public static IEnumerable<string> Differences(Scenario scenario, StageOutcome outcome)
    {
        var differences = scenario.Expect is { } expect ? ExpectationCheck.Differences(expect, outcome.Events) : [];
        return outcome.StuckAt is { } step
            ? [.. differences, string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of the script did not do what it says: {ScriptWriter.Of(scenario.Script[step])}")]
            : differences;
    }

    /// <summary>The scenario without the words of some bots: they ask their minds.</summary>
    public static Scenario Asking(IReadOnlyList<string> names, Scenario scenario) => scenario with
    {
        Script = [.. scenario.Script.Select(step => step is ScriptStep.Answer answer && names.Contains(answer.Name) ? answer with { Text = null } : step)],
    };

    private static async Task<StageOutcome> PlayAsync(Scenario scenario, AskedMinds minds, TimeProvider clock, CancellationToken cancellationToken)
    {
        var system = ActorSystem.Create("Replay", ConfigurationFactory.ParseString(Settings));
        var dispatcher = (VirtualDispatcher)system.Dispatchers.Lookup(VirtualDispatcher.Path);
        try
        {
            var outcome = new TaskCompletionSource<StageOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            var stage = system.ActorOf(LocalStage.Props(scenario, scenario.Seed ?? DefaultSeed, minds, outcome).WithDispatcher(VirtualDispatcher.Path), "stage");
            var start = clock.GetTimestamp();
            var isOver = await Task.Run(
                () => dispatcher.Run(stage, (VirtualScheduler)system.Scheduler, () =>
                    outcome.Task.IsCompleted || cancellationToken.IsCancellationRequested || clock.GetElapsedTime(start) - minds.Thought > Limit),
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
