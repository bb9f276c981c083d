using System.Globalization;
using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>Judges a conversation across processes: by what the room noted, and by how the bot nodes ended.</summary>
internal static class Outcome
{
    private const int SignalBase = 128;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>Null when all is as the scenario wants it; otherwise the reason, one line.</summary>
    public static string? Problem(Scenario scenario, StageOutcome outcome, BotProcesses bots)
    {
        var events = outcome.Events;
        var problems = Crashed(events, bots).Concat(LostWithoutCrash(scenario, events, bots)).ToList();
        return problems.Count > 0 ? $"{string.Join("; ", problems)}." : Difference(scenario, outcome);
    }

    /// <summary>The bots that ended as nobody wanted, and how; those that were not told to join yet among them.</summary>
    public static IReadOnlyList<string> Crashed(IReadOnlyList<RoomEvent> events, BotProcesses bots) =>
        [.. bots.All.Where(bot => IsUnexpected(bot, bots)).Select(bot => $"{HowEnded(bot)}{(HasJoined(bot, events) ? When(events, bot.Name) : " before it had joined")}")];

    /// <summary>Whether the room has let a bot of that name in.</summary>
    public static bool HasJoined(ChildProcess bot, IReadOnlyList<RoomEvent> events) => events.OfType<Joined>().Any(joined => joined.Name == bot.Name);

    /// <summary>Whether this bot's end means that the room waits for it in vain.</summary>
    public static bool EndedWhileGathering(ChildProcess bot, IReadOnlyList<RoomEvent> events, BotProcesses bots) =>
        !events.OfType<Suggested>().Any()
        && !events.OfType<Closed>().Any()
        && IsUnexpected(bot, bots);

    /// <summary>How a process ended, in words.</summary>
    public static string HowEnded(ChildProcess process) => process.Exited.Result switch
    {
        > SignalBase and var code when !OperatingSystem.IsWindows() => string.Create(
            CultureInfo.InvariantCulture, $"{process.Name} crashed: its process was ended by signal {code - SignalBase}"),
        var code => string.Create(CultureInfo.InvariantCulture, $"{process.Name} crashed: its process ended with exit code {code}"),
    };

    /// <summary>Whether a process was ended by what Ctrl-C sends to it, or whoever ends all processes of a session.</summary>
    public static bool IsInterruption(int exitCode) => exitCode is SignalBase + Interrupt or SignalBase + Terminate;

    /// <summary>The round that the conversation, or a bot, got to: " in round 2", or nothing before the first.</summary>
    public static string When(IReadOnlyList<RoomEvent> events, string? bot = null)
    {
        var until = bot is null ? events : events.TakeWhile(happened => happened is not Left { How: not Leaving.Bye } left || left.Name != bot);
        return until.OfType<Suggested>().LastOrDefault() is { } suggested
            ? string.Create(CultureInfo.InvariantCulture, $" in round {suggested.Round}")
            : " before the first round";
    }

    // 1 is an ending that the room knows of: refused, or stopped by it.
    private static bool IsUnexpected(ChildProcess bot, BotProcesses bots) =>
        bot.Exited is { IsCompleted: true, Result: var code } && code is not (ExitCode.AsExpected or ExitCode.NotAsExpected) && !bots.CrashedOnPurpose(bot);

    private static string? Difference(Scenario scenario, StageOutcome outcome)
    {
        var reason = outcome.Events.OfType<Closed>().LastOrDefault()?.Reason;
        var byItsRules = reason is { } known && Room.IsByItsRules(known) ? reason : CloseReason.Completed;
        var expect = scenario.Expect ?? new Expectation();
        expect = expect with { Reason = expect.Reason ?? byItsRules };
        var differences = Replay.Differences(scenario with { Expect = expect }, outcome).ToList();
        return differences.Count == 0 ? null : string.Join(Environment.NewLine, differences);
    }

    private static bool IsBack(string name, int since, IReadOnlyList<RoomEvent> events) =>
        events.OfType<Returned>().Any(back => back.Name == name && back.N > since);

    private static IEnumerable<string> LostWithoutCrash(Scenario scenario, IReadOnlyList<RoomEvent> events, BotProcesses bots)
    {
        var meant = scenario.Script.OfType<ScriptStep.Crash>().Select(step => step.Name);
        var said = bots.All.Where(bot => IsUnexpected(bot, bots)).Select(bot => bot.Name);
        return events.OfType<Left>().Where(left => left.How == Leaving.Crashed && !IsBack(left.Name, left.N, events)).Select(left => left.Name).Except([.. meant, .. said])
            .Select(name => $"the seed node lost its connection to {name}{When(events, name)}");
    }
}
