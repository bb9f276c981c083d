using System.Diagnostics;

namespace Chatroom.Actors;

/// <summary>A transcript as a scenario. Its script is what came in, in recorded order; its expectation is what came out.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Causes">For each step of the script, the event that it is there for.</param>
internal sealed record Recording(Scenario Scenario, ValueList<RoomEvent> Causes)
{
    /// <summary>What is not in the script, each with the number of the step before which that happened, from 0.</summary>
    public ValueList<(int Step, RecordingNote Note)> Notes { get; init; } = [];

    /// <summary>The recording, or the reason that this conversation can't be played again.</summary>
    public static Result<Recording> Of(Transcript transcript)
    {
        if (transcript.End.Reason == CloseReason.Stopped)
        {
            return Result<Recording>.Bad("it was stopped from outside, so it cannot be played to its end again");
        }
        if (transcript.Events.Select(WhyNotPlayed).OfType<string>().FirstOrDefault() is { } reason)
        {
            return Result<Recording>.Bad(reason);
        }
        ValueList<PlayedEvent> timeline = [.. BehindTheirHolders(transcript.Events).Select(happened => new PlayedEvent(happened))];
        return Result<Recording>.Good(Of(transcript.Header, timeline, end: null, RecordedExpectation.Of(transcript)));
    }

    /// <summary>The recording of a conversation, as far as a script can play it.</summary>
    /// <param name="header">The first line of its transcript.</param>
    /// <param name="events">Its events, of which the first opens the room.</param>
    /// <param name="missing">What is wrong with the transcript after them; null if it is whole.</param>
    /// <param name="asked">The names of the bots whose words are left out: their minds are asked.</param>
    public static Recording AsFarAsItGoes(TranscriptHeader header, ValueList<RoomEvent> events, string? missing, IReadOnlyList<string> asked)
    {
        var part = PlayablePart.Of(header, events, missing, asked);
        var recording = Of(header, part.Timeline, part.End, RecordedExpectation.Of(header, part, asked));
        var silent = recording.Scenario.Script.Index().Where(line =>
            line.Item is ScriptStep.Silent its && recording.Causes[line.Index] is Suggested && asked.Contains(its.Name));
        return recording with
        {
            Scenario = ReplayRun.Asking(asked, recording.Scenario),
            Notes = [.. recording.Notes, .. silent.Select(line => IsNotAsked(line.Index, ((ScriptStep.Silent)line.Item).Name))],
        };
    }

    private static (int Step, RecordingNote Note) IsNotAsked(int step, string name) => (step, new RecordingNote(
        $"{name} said nothing in this round, so its mind is not asked. To ask it, write {{ answer = {ScriptWriter.Value(name)} }} instead, and expect another verdict.",
        $"{name} is not asked in rounds in which it said nothing"));

    private static Recording Of(TranscriptHeader header, ValueList<PlayedEvent> timeline, RecordingNote? end, Expectation expect)
    {
        ValueList<RoomEvent> events = [.. timeline.Where(played => played.Instead is null).Select(played => played.Happened)];
        // A bot that is asked once more is not silent, whatever it says.
        var (script, notes) = Script(header.Roster, timeline, [.. timeline.Where(played => played.Instead is null || played.Happened is Said).Select(played => played.Happened)], end);
        var room = header.Room with { Next = SuggestionSource.Script, StopAfter = StopAfter(header.Room, events) + Waits(script) };
        var scenario = new Scenario(header.Scenario, header.Roster.Select(Persona.WithoutWords).ToValueList(), Catalogue.Empty)
        {
            // Of the rounds after its end nothing is known.
            Room = end is null ? room : room with { Rounds = Math.Max(1, events.OfType<Suggested>().Count()) },
            Seed = header.Seed,
            Suggestions = SuggestionsIn(events),
            Script = script.Select(line => line.Step).ToValueList(),
            Expect = expect,
            NamesAsTyped = events.OfType<Refused>().Any(refused => IsAsTyped(refused, header.Roster)),
        };
        return new Recording(scenario, script.Select(line => line.Cause).ToValueList()) { Notes = notes };
    }

    // By now, such a bot would be let in, or be refused with other words.
    internal static bool IsAsTyped(Refused refused, ValueList<string> roster) => refused is { Reason: RefusalReason.UnknownName, Name: { } name }
        && (BotNames.Find(roster, name) is not null
            || (BotNames.FindAlike(roster, name) is not null && refused.Text.StartsWith($"Bot {name} is not on the roster, please", StringComparison.Ordinal)));

    // A room in which no round began may begin one when it is played again; then it needs something to suggest, and the lines differ.
    private static ValueList<Suggestion> SuggestionsIn(ValueList<RoomEvent> events) =>
        [.. events.OfType<Suggested>().Select(suggested => suggested.Suggestion).DefaultIfEmpty(new Suggestion("none", "nothing", null, "Nothing was suggested."))];

    private static string? WhyNotPlayed(RoomEvent happened) => happened switch
    {
        Opened or Joined or Refused or Suggested or Said or RoundClosed or Left or Closed => null,
        Returned returned => $"{returned.Name} lost its connection in it and came back, which cannot be played again",
        _ => $"it holds an event of another kind ({happened.GetType().Name}), which cannot be played again",
    };

    // In a replay only reply timeouts take time, and steps that wait, so stop-after is that of the rounds before, plus 1 ms.
    private static TimeSpan? StopAfter(RoomSettings room, ValueList<RoomEvent> events)
    {
        var rounds = events.OfType<RoundClosed>().ToList();
        return rounds is [.., { Stop: CloseReason.TimeUp }]
            ? TimeSpan.FromMilliseconds(1) + room.ReplyTimeout * rounds.SkipLast(1).Count(closed => RanOut(closed, room))
            : null;
    }

    private static TimeSpan Waits(List<(ScriptStep Step, RoomEvent Cause)> script) =>
        TimeSpan.FromTicks(script.Sum(line => line.Step.After?.Ticks ?? 0));

    private static bool RanOut(RoundClosed closed, RoomSettings room) =>
        closed.Verdicts.Any(its => its.Verdict is Verdict.Silent or Verdict.Late) &&
        !(closed.Verdicts.Count(its => its.Verdict == Verdict.Answered) >= room.Quorum);

    private static (List<(ScriptStep Step, RoomEvent Cause)> Steps, ValueList<(int Step, RecordingNote Note)> Notes) Script(
        ValueList<string> roster, ValueList<PlayedEvent> timeline, ValueList<RoomEvent> events, RecordingNote? end)
    {
        var notes = new List<(int Step, RecordingNote Note)>();
        var steps = new List<(ScriptStep Step, RoomEvent Cause)>();
        // First, nobody joins or leaves by itself, because no bot has a mind of its own here.
        foreach (var name in roster)
        {
            steps.AddRange([(new ScriptStep.Absent(name), events[0]), (new ScriptStep.Stay(name), events[0])]);
        }
        // Null if the conversation did not reach the end of its last round.
        var lastRound = events.LastOrDefault(happened => happened is Suggested or RoundClosed) as RoundClosed;
        foreach (var played in timeline)
        {
            notes.AddRange(played.Note is { } note ? [(steps.Count, note)] : []);
            steps.AddRange((played.Instead ?? StepsFor(played.Happened, lastRound, roster, events)).Select(step => (step, played.Happened)));
        }
        notes.AddRange(end is null ? [] : [(steps.Count, end)]);
        // A bot that was never asked would answer by itself, too.
        var told = new ScriptRoles([.. steps.Select(line => line.Step)]);
        steps.AddRange(roster.Where(name => !told.Answers(name)).Select(name => ((ScriptStep)new ScriptStep.Silent(name), events[^1])));
        return (steps, notes.ToValueList());
    }

    /// <summary>
    /// The events, with each refusal of a taken name behind the join of its holder. With order = roster, a bot may hold a name while it
    /// waits for its turn to come in, and then the refusal is recorded first.
    /// </summary>
    internal static ValueList<RoomEvent> BehindTheirHolders(ValueList<RoomEvent> events)
    {
        var ordered = new List<RoomEvent>();
        var early = new List<Refused>();
        foreach (var happened in events)
        {
            if (happened is Refused refused && IsHolderHeld(refused, events) && JoinsLater(refused, events))
            {
                early.Add(refused);
                continue;
            }
            ordered.Add(happened);
            if (happened is Joined holder)
            {
                ordered.AddRange(early.Where(refused => refused.Name == holder.Name));
                early.RemoveAll(refused => refused.Name == holder.Name);
            }
        }
        return ordered.ToValueList();
    }

    private static bool IsHolderHeld(Refused refused, ValueList<RoomEvent> events) =>
        refused.Reason == RefusalReason.NameTaken && events.LastOrDefault(before => before.N < refused.N && NameIn(before) == refused.Name) is not Joined;

    private static bool JoinsLater(Refused refused, ValueList<RoomEvent> events) =>
        events.OfType<Joined>().Any(joined => joined.Name == refused.Name && joined.N > refused.N);

    private static IEnumerable<ScriptStep> StepsFor(RoomEvent happened, RoundClosed? lastRound, ValueList<string> roster, ValueList<RoomEvent> events) => happened switch
    {
        Joined joined => [new ScriptStep.Join(joined.Name)],
        // Its holder waited for its turn, and went before it came in. The room notes nothing of that, so only time can tell.
        Refused { Name: { } name } refused when IsHolderHeld(refused, events) && !JoinsLater(refused, events) =>
            [new ScriptStep.Join(name), new ScriptStep.RefusedJoin(name, refused.Reason), new ScriptStep.Crash(name), new ScriptStep.Wait(TimeSpan.FromMilliseconds(1))],
        Refused refused => [new ScriptStep.RefusedJoin(refused.Name, refused.Reason)],
        Suggested suggested => SilentIn(suggested, roster, events).Select(name => new ScriptStep.Silent(name)),
        Said said => [new ScriptStep.Answer(said.Name, said.Text, said.Late, said.Late ? said.Round : null)],
        // A bot that crashes or walks out in the next round must not do it in this one.
        RoundClosed closed => [new ScriptStep.RoundOver(closed.Round)],
        Left { How: Leaving.Bye } left => [left.N > lastRound?.N ? new ScriptStep.Leave(left.Name) : new ScriptStep.WalkOut(left.Name)],
        Left { How: Leaving.Crashed } left => [new ScriptStep.Crash(left.Name)],
        // What the room does by itself.
        Opened or Left { How: Leaving.Stopped } or Closed => [],
        _ => throw new UnreachableException($"No step brings {happened.GetType().Name} about."),
    };

    /// <summary>Those that were there and did not answer this round in time.</summary>
    private static IEnumerable<string> SilentIn(Suggested suggested, ValueList<string> roster, ValueList<RoomEvent> events) => roster
        .Except(events.OfType<Said>().Where(said => said.Round == suggested.Round && !said.Late).Select(said => said.Name))
        .Where(name => events.LastOrDefault(happened => happened.N < suggested.N && NameIn(happened) == name) is Joined);

    private static string? NameIn(RoomEvent happened) => happened switch
    {
        Joined joined => joined.Name,
        Left left => left.Name,
        _ => null,
    };
}
