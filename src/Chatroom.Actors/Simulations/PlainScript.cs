namespace Chatroom.Actors;

/// <summary>A simulated conversation as a script: who joins, answers and crashes in which order. It plays in one process, so nothing may be wrong with the network.</summary>
internal static class PlainScript
{
    /// <summary>The scenario with the script; null if a script can't say what went wrong, or the conversation did not end by itself.</summary>
    /// <param name="outcome">The simulated conversation.</param>
    /// <param name="asked">The names of bots whose minds were brought in: what they say is left to their minds.</param>
    public static Scenario? Of(SimulationOutcome outcome, IReadOnlyList<string> asked)
    {
        var transcript = outcome.ReadTranscript();
        if (transcript.Header is not { } header || outcome.Events is not [.., Closed closed] || !outcome.Faults.All(CanBePlayed))
            return null;
        ValueList<RoomEvent> events = [.. Timeline(outcome).Select((happened, index) => happened with { N = index + 1 })];
        var recording = Recording.Of(new Transcript(header, events, new TranscriptEnd(closed.Reason, events.Count, ConversationDigest.Of(events))));
        // What is expected is not what came out when something failed.
        return recording.IsGood ? WithoutEndsOf(outcome, ReplayRun.Asking(asked, recording.Value.Scenario)) with { Expect = null } : null;
    }

    // A bot crashes with its mind. When that is mended, the bot goes on, and leaves by itself.
    private static Scenario WithoutEndsOf(SimulationOutcome outcome, Scenario scenario)
    {
        var failed = outcome.Lives.Where(life => life.MindFailures.Count > 0).Select(life => life.Name).ToHashSet(StringComparer.Ordinal);
        return scenario with { Script = [.. scenario.Script.Where(step => step switch
        {
            ScriptStep.Crash crash => !failed.Contains(crash.Name),
            ScriptStep.Stay stay => !failed.Contains(stay.Name),
            _ => true,
        })] };
    }

    private static bool CanBePlayed(Fault fault) => fault is Fault.Kill { Bot: not null, RestartAfter: null };

    /// <summary>What the room noted, with the answers as the bots gave them: what it made of those may be what failed.</summary>
    private static IEnumerable<RoomEvent> Timeline(SimulationOutcome outcome)
    {
        var noted = outcome.Events.Zip(outcome.Times).Where(one => one.First is not Said).ToList();
        var answers =
            from life in outcome.Lives
            from answer in life.Answers.Concat(life.Unanswered.Select(asked => KeyValuePair.Create(asked.Key, (Due: asked.Value, Text: ""))))
            let closed = TimeOf(noted, happened => happened is RoundClosed its && its.Round == answer.Key)
            let left = TimeOf(noted, happened => happened is Left its && its.Name == life.Name)
            where answer.Value.Due < left && !(life.IsKilled && life.EndedAt < answer.Value.Due)
            select ((RoomEvent)new Said(0, 0, answer.Key, life.Name, answer.Value.Text, Late: answer.Value.Due > closed), answer.Value.Due);
        return noted.Concat(answers).OrderBy(one => one.Item2).Select(one => one.Item1);
    }

    private static TimeSpan TimeOf(List<(RoomEvent Happened, TimeSpan At)> noted, Predicate<RoomEvent> isIt) =>
        noted.FindIndex(one => isIt(one.Happened)) is >= 0 and var index ? noted[index].At : TimeSpan.MaxValue;
}
