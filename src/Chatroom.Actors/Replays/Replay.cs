using Akka.Actor;
using Akka.Configuration;

namespace Chatroom.Actors;

/// <summary>Plays scenarios and transcripts again, in this process, under virtual time, and compares.</summary>
public static class Replay
{
    /// <summary>The seed of a scenario that has none.</summary>
    internal const long DefaultSeed = 1;

    /// <summary>The settings of an actor system of your own in which a replay can run: its time passes only there, when nobody has anything left to do.</summary>
    public static Config Settings { get; } = ConfigurationFactory.ParseString($$"""
        akka {
          loglevel = WARNING
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          scheduler.implementation = "{{typeof(VirtualScheduler).AssemblyQualifiedName}}"
        }
        {{VirtualDispatcher.Path}}.type = "{{typeof(VirtualDispatcherConfigurator).AssemblyQualifiedName}}"
        """);

    /// <summary>Plays a scenario and compares the outcome with its expectation.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="minds">What thinks for which bots. They are asked where the script has no text for them; time stands still meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is a mind for somebody who is not on the roster.</exception>
    /// <exception cref="TimeoutException">It does not come to its end: nothing more can happen, or it took a minute besides what minds took.</exception>
    public static Task<ReplayResult> RunAsync(Scenario scenario, Minds? minds = null, CancellationToken cancellationToken = default) =>
        RunAsync(null, scenario, minds, null, cancellationToken);

    /// <summary>Plays a scenario in an actor system of your own, in its virtual time.</summary>
    /// <param name="system">The system, which has the <see cref="Settings"/>; one replay runs in it at a time.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="minds">What thinks for which bots.</param>
    /// <param name="onNews">Told what each bot is told, with its name, or an empty one if it has none yet; one call at a time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <inheritdoc cref="RunAsync(Scenario, Minds?, CancellationToken)"/>
    public static Task<ReplayResult> RunInAsync(
        ActorSystem system, Scenario scenario, Minds? minds = null, Action<string, BotNews>? onNews = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        return RunAsync(system, scenario, minds, onNews, cancellationToken);
    }

    /// <summary>Plays a transcript and compares the outcome with it.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="minds">What thinks for which bots. They are asked where the bot answered; all others say what they said.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is a mind for somebody who is not on the roster; or a transcript of this kind can't be played.</exception>
    /// <exception cref="TimeoutException">It does not come to its end: nothing more can happen, or it took a minute besides what minds took.</exception>
    public static Task<ReplayResult> RunAsync(Transcript transcript, Minds? minds = null, CancellationToken cancellationToken = default) =>
        RunAsync(null, transcript, minds, null, cancellationToken);

    /// <summary>Plays a transcript in an actor system of your own, in its virtual time.</summary>
    /// <param name="system">The system, which has the <see cref="Settings"/>; one replay runs in it at a time.</param>
    /// <param name="transcript">The transcript.</param>
    /// <param name="minds">What thinks for which bots.</param>
    /// <param name="onNews">Told what each bot is told, with its name, or an empty one if it has none yet; one call at a time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <inheritdoc cref="RunAsync(Transcript, Minds?, CancellationToken)"/>
    public static Task<ReplayResult> RunInAsync(
        ActorSystem system, Transcript transcript, Minds? minds = null, Action<string, BotNews>? onNews = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        return RunAsync(system, transcript, minds, onNews, cancellationToken);
    }

    /// <summary>Plays a scenario and compares the outcome with its expectation.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">Tells when it hangs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mindOf">Makes the mind of a bot; null, or a mind that is null, for its persona.</param>
    /// <param name="trace">Takes a line for each message that the room and the bots receive; null for nobody.</param>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    internal static Task<ReplayResult> RunAsync(
        Scenario scenario, TimeProvider clock, CancellationToken cancellationToken, Func<string, IMind?>? mindOf = null, Action<string>? trace = null) =>
        new ReplayRun(clock, cancellationToken) { MindOf = mindOf ?? ReplayRun.NoMinds, Trace = trace }.PlayAsync(scenario);

    /// <summary>Plays a transcript and compares the outcome with it; an error if it is of a kind that can't be played.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="clock">Tells when it hangs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="mindOf">Makes the mind of a bot, which is asked where the bot answered; null, or a mind that is null, for a bot that says what it said.</param>
    /// <param name="asked">The names of the bots that have a mind.</param>
    /// <param name="trace">Takes a line for each message that the room and the bots receive; null for nobody.</param>
    /// <exception cref="TimeoutException">The replay hangs.</exception>
    internal static Task<Result<ReplayResult>> RunAsync(
        Transcript transcript, TimeProvider clock, CancellationToken cancellationToken, Func<string, IMind?>? mindOf = null, IReadOnlyList<string>? asked = null,
        Action<string>? trace = null) =>
        new ReplayRun(clock, cancellationToken) { MindOf = mindOf ?? ReplayRun.NoMinds, Trace = trace }.PlayAsync(transcript, asked ?? []);

    private static async Task<ReplayResult> RunAsync(
        ActorSystem? system, Scenario scenario, Minds? minds, Action<string, BotNews>? onNews, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        minds ??= Minds.None;
        minds.CheckAgainst(scenario.Names);
        return await new ReplayRun(RealTime.Clock, cancellationToken) { System = system, MindOf = minds.Of, OnNews = onNews ?? ReplayRun.Unheard }
            .PlayAsync(scenario).ConfigureAwait(false);
    }

    private static async Task<ReplayResult> RunAsync(
        ActorSystem? system, Transcript transcript, Minds? minds, Action<string, BotNews>? onNews, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        minds ??= Minds.None;
        minds.CheckAgainst(transcript.Roster);
        var result = await new ReplayRun(RealTime.Clock, cancellationToken) { System = system, MindOf = minds.Of, OnNews = onNews ?? ReplayRun.Unheard }
            .PlayAsync(transcript, minds.Among(transcript.Roster)).ConfigureAwait(false);
        return result.IsGood ? result.Value : throw new ArgumentException($"The transcript can't be played: {result.Errors[0]}.", nameof(transcript));
    }
}
