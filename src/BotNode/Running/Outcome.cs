using System.Globalization;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>Judges a conversation across processes by what the room noted, and by how the nodes ended.</summary>
internal static class Outcome
{
    /// <summary>Null if all is as the scenario wants it; otherwise the reason, one line.</summary>
    /// <param name="scenario">What was to happen.</param>
    /// <param name="outcome">What the room noted.</param>
    /// <param name="bots">How the bot nodes that have ended did so.</param>
    public static string? Problem(Scenario scenario, StageOutcome outcome, IReadOnlyList<ProcessEnd> bots)
    {
        var events = outcome.Events;
        var problems = Crashed(events, bots).Concat(LostWithoutCrash(scenario, events, bots)).ToList();
        return problems.Count > 0 ? $"{string.Join("; ", problems)}." : Difference(scenario, outcome);
    }

    /// <summary>The bots that ended unexpectedly, and how; including those that were not told to join yet.</summary>
    public static IReadOnlyList<string> Crashed(IReadOnlyList<RoomEvent> events, IReadOnlyList<ProcessEnd> bots) =>
        [.. bots.Where(IsUnexpected).Select(bot => $"{HowEnded(bot)}{(HasJoined(bot.Name, events) ? When(events, bot.Name) : " before it had joined")}")];

    /// <summary>Whether the room has let a bot of that name in.</summary>
    public static bool HasJoined(string bot, IReadOnlyList<RoomEvent> events) => events.OfType<Joined>().Any(joined => joined.Name == bot);

    /// <summary>Whether the room may wait in vain for a bot that ended.</summary>
    public static bool IsMissedWhileGathering(ProcessEnd bot, IReadOnlyList<RoomEvent> events) =>
        !events.OfType<Suggested>().Any()
        && !events.OfType<Closed>().Any()
        && IsUnexpected(bot);

    /// <summary>What the end of the seed node breaks off; null if its room had closed by its rules, or if it has said why it could not run.</summary>
    public static string? BreakingOff(ProcessEnd seed, IReadOnlyList<RoomEvent> events) =>
        (events.OfType<Closed>().Any() && !IsStopped(events)) || seed.Code == ExitCode.CouldNotRun ? null : $"{HowEnded(seed)}{When(events)}.";

    /// <summary>Whether the seed node has closed its room because it was told to end.</summary>
    public static bool IsStopped(IReadOnlyList<RoomEvent> events) => events.OfType<Closed>().Any(closed => closed.Reason == CloseReason.Stopped);

    private static string HowEnded(ProcessEnd process) => ExitCode.SignalIn(process.Code) switch
    {
        { } signal when ExitCode.IsInterruption(process.Code) => string.Create(
            CultureInfo.InvariantCulture, $"{process.Name} was told to end by signal {signal}"),
        { } signal => string.Create(CultureInfo.InvariantCulture, $"{process.Name} crashed: its process was ended by signal {signal}"),
        null => string.Create(CultureInfo.InvariantCulture, $"{process.Name} crashed: its process ended with exit code {process.Code}"),
    };

    // The last round of the conversation, or of a bot.
    private static string When(IReadOnlyList<RoomEvent> events, string? bot = null)
    {
        var until = bot is null ? events : events.TakeWhile(happened => happened is not Left { How: not Leaving.Bye } left || left.Name != bot);
        return until.OfType<Suggested>().LastOrDefault() is { } suggested
            ? string.Create(CultureInfo.InvariantCulture, $" in round {suggested.Round}")
            : " before the first round";
    }

    // Code 1 is an ending that the room knows: refused, or stopped by it.
    private static bool IsUnexpected(ProcessEnd bot) => bot.Code is not (ExitCode.AsExpected or ExitCode.NotAsExpected) && !bot.ByScript;

    private static string? Difference(Scenario scenario, StageOutcome outcome)
    {
        var reason = outcome.Events.OfType<Closed>().LastOrDefault()?.Reason;
        var expect = (scenario.Expect ?? new Expectation()) with { Reason = scenario.WantedReason(reason) };
        var differences = ReplayRun.Differences(scenario with { Expect = expect }, outcome).ToList();
        return differences.Count == 0 ? null : string.Join(Environment.NewLine, differences);
    }

    private static bool IsBack(string name, int since, IReadOnlyList<RoomEvent> events) =>
        events.OfType<Returned>().Any(back => back.Name == name && back.N > since);

    private static IEnumerable<string> LostWithoutCrash(Scenario scenario, IReadOnlyList<RoomEvent> events, IReadOnlyList<ProcessEnd> bots)
    {
        var meant = scenario.Script.OfType<ScriptStep.Crash>().Select(step => step.Name);
        var said = bots.Where(IsUnexpected).Select(bot => bot.Name);
        return events.OfType<Left>().Where(left => left.How == Leaving.Crashed && !IsBack(left.Name, left.N, events)).Select(left => left.Name).Except([.. meant, .. said])
            .Select(name => $"the seed node lost its connection to {name}{When(events, name)}");
    }
}
