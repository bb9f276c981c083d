using System.Globalization;
using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>One replay.</summary>
/// <param name="clock">Tells when it hangs.</param>
/// <param name="cancelled">Ends it.</param>
internal sealed class ReplayRun(TimeProvider clock, CancellationToken cancelled)
{
    /// <summary>All bots think as their personas do.</summary>
    public static readonly Func<string, IMind?> NoMinds = static _ => null;

    /// <summary>Nobody is told what bots are told.</summary>
    public static readonly Action<string, BotNews> Unheard = static (_, _) => { };

    /// <summary>The longest time, in reality, that a replay may take before it counts as hung.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The actor system in which it runs; null for one of its own.</summary>
    public ActorSystem? System { get; init; }

    /// <summary>Makes the mind of a bot; null for its persona.</summary>
    public Func<string, IMind?> MindOf { get; init; } = NoMinds;

    /// <summary>Told what each bot is told.</summary>
    public Action<string, BotNews> OnNews { get; init; } = Unheard;

    /// <summary>Takes a line for each message that the room and the bots receive; null for nobody. Only in an actor system of its own.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>Plays a scenario and compares the outcome with its expectation.</summary>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public async Task<ReplayResult> PlayAsync(Scenario scenario)
    {
        await using var minds = AskedMindsOf(scenario);
        var outcome = await PlayAsync(scenario, minds).ConfigureAwait(false);
        await minds.EndAsync().ConfigureAwait(false);
        return new ReplayResult(outcome.Events, [.. minds.Failures, .. Differences(scenario, outcome)]);
    }

    /// <summary>Plays a transcript and compares the outcome with it; an error if it is of a kind that can't be played.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="asked">The names of the bots that have a mind.</param>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    public async Task<Result<ReplayResult>> PlayAsync(Transcript transcript, IReadOnlyList<string> asked)
    {
        var recording = Recording.Of(transcript);
        if (!recording.IsGood)
        {
            return Result<ReplayResult>.Bad(recording.Errors);
        }
        var scenario = Asking(asked, recording.Value.Scenario);
        if (asked.Count > 0)
        {
            scenario = RecordedPersonas.With(transcript.Header, scenario);
        }
        await using var minds = AskedMindsOf(scenario);
        var outcome = await PlayAsync(scenario, minds).ConfigureAwait(false);
        await minds.EndAsync().ConfigureAwait(false);
        ValueList<string> differences = [.. minds.Failures, .. ExpectationCheck.Differences(scenario.Expect!, outcome.Events)];
        return Result<ReplayResult>.Good(new ReplayResult(outcome.Events, outcome.StuckAt is { } step
            ? [.. differences, AnotherWay(recording.Value.Causes[step])]
            : differences));
    }

    /// <summary>The scenario without the words of some bots: they ask their minds.</summary>
    public static Scenario Asking(IReadOnlyList<string> names, Scenario scenario) => scenario with
    {
        Script = [.. scenario.Script.Select(step => step is ScriptStep.Answer answer && names.Contains(answer.Name) ? answer with { Text = null } : step)],
    };

    /// <summary>The differences between a play and what the scenario expects.</summary>
    public static IEnumerable<string> Differences(Scenario scenario, StageOutcome outcome)
    {
        var differences = scenario.Expect is { } expect ? ExpectationCheck.Differences(expect, outcome.Events) : [];
        return outcome.StuckAt is { } step
            ? [.. differences, string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of the script did not do what it says: {ScriptWriter.Of(scenario.Script[step])}")]
            : differences;
    }

    private AskedMinds AskedMindsOf(Scenario scenario) => new(scenario.Room.ReplyTimeout, MindOf, clock, cancelled);

    private async Task<StageOutcome> PlayAsync(Scenario scenario, AskedMinds minds)
    {
        if (System is not null)
        {
            return await PlayAsync(System, scenario, minds).ConfigureAwait(false);
        }
        var system = ActorSystem.Create("Replay", Replay.Settings);
        try
        {
            if (Trace is not null)
            {
                MessageTrace.Begin(system, since: null, Trace);
            }
            return await PlayAsync(system, scenario, minds).ConfigureAwait(false);
        }
        finally
        {
            VirtualDispatcher.Of(system).Release();
            await system.Terminate().ConfigureAwait(false);
        }
    }

    private async Task<StageOutcome> PlayAsync(ActorSystem system, Scenario scenario, AskedMinds minds)
    {
        var dispatcher = VirtualDispatcher.Of(system);
        var outcome = new TaskCompletionSource<StageOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var stage = system.ActorOf(LocalStage.Props(scenario, scenario.Seed ?? Replay.DefaultSeed, minds, OnNews, outcome).WithDispatcher(VirtualDispatcher.Path));
        var start = clock.GetTimestamp();
        var isOver = await Task.Run(
            () =>
            {
                var isOver = dispatcher.Run(stage, (VirtualScheduler)system.Scheduler, () =>
                    outcome.Task.IsCompleted || cancelled.IsCancellationRequested || clock.GetElapsedTime(start) - minds.Thought > Limit);
                // The next replay in this system begins with nothing left to do.
                system.Stop(stage);
                dispatcher.RunReady();
                return isOver;
            },
            CancellationToken.None).ConfigureAwait(false);
        cancelled.ThrowIfCancellationRequested();
        return isOver && outcome.Task.IsCompleted
            ? await outcome.Task.ConfigureAwait(false)
            : throw new TimeoutException("The replay hangs.");
    }

    // In the file, the header stands before the first event.
    private static string AnotherWay(RoomEvent cause) => string.Create(
        CultureInfo.InvariantCulture, $"the replay went another way at line {cause.N + 1} of the transcript: {string.Join(" / ", RoomText.Lines([cause], addresses: false))}");
}
