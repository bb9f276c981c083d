using System.Globalization;

namespace Chatroom.Actors;

/// <summary>As much of a conversation as a script can play: it may have been stopped or cut, and bots may have come back in it.</summary>
/// <param name="Timeline">What is played, in order.</param>
/// <param name="Absences">Bots that were lost for a while, and are only cut off when it is played.</param>
/// <param name="End">Why it goes no further; null if it goes to its end by its rules.</param>
internal sealed record PlayablePart(ValueList<PlayedEvent> Timeline, ValueList<Absence> Absences, RecordingNote? End)
{
    // In which a bot hears what it missed when it was cut off before.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>What comes out when it is played.</summary>
    public ValueList<RoomEvent> Events => [.. Timeline.Where(played => played.Instead is null).Select(played => played.Happened)];

    /// <summary>Whether everything comes out as it was recorded.</summary>
    public bool IsAll => End is null && Timeline.All(played => played.Instead is null);

    /// <summary>The part of what is intact of a transcript.</summary>
    /// <param name="header">The first line.</param>
    /// <param name="recorded">The events.</param>
    /// <param name="missing">What is wrong with the transcript after them; null if it is whole.</param>
    /// <param name="asked">The names of the bots that may say something else.</param>
    public static PlayablePart Of(TranscriptHeader header, ValueList<RoomEvent> recorded, string? missing, IReadOnlyList<string> asked)
    {
        var (events, end) = recorded is [.., Closed { Reason: not CloseReason.Stopped }] ? (recorded, null) : WithoutStop(recorded, missing);
        if (Ended(events, CloseReason.TextSaid) is { } said && SpeakerBefore(said, events) is { } speaker && asked.Contains(speaker))
        {
            (events, end) = (Before(said.N, events), MayNotEnd(speaker));
        }
        var absences = Actors.Absences.In(events);
        // Its mind has ended, perhaps: then the question that it could not answer is what it shall be asked again.
        var unanswered = events.OfType<Left>().FirstOrDefault(left =>
            left.How == Leaving.Crashed && asked.Contains(left.Name) && !absences.Any(absence => absence.From == left.N) && IsAskedAt(left, events));
        if (unanswered is not null)
        {
            (events, end) = (Before(unanswered.N, events), MayAnswer(unanswered.Name));
            absences = Actors.Absences.In(events);
        }
        if (Ended(events, CloseReason.TooFew) is { } tooFew && absences.FirstOrDefault(absence => absence.Covers(tooFew.N)) is { } first)
        {
            (events, end) = (Before(first.From, events), TooFewWithout(first.Name));
            absences = Actors.Absences.In(events);
        }
        if (header.Room.Order == SpeakingOrder.Roster && RosterTurns.FirstUnplayable(header.Roster, events, absences) is Left outOfTurn)
        {
            (events, end) = (Before(outOfTurn.N, events), IsOutOfTurn(outOfTurn.Name));
            absences = [];
        }
        if (end is not null && events.OfType<Suggested>().LastOrDefault() is { Round: var round } && round < header.Room.Rounds)
        {
            end = end with { Comment = string.Create(CultureInfo.InvariantCulture, $"{end.Comment} The room had rounds = {header.Room.Rounds}.") };
        }
        var timeline = TimelineOf(header, Recording.BehindTheirHolders(events), absences);
        return new PlayablePart(
            unanswered is not null && events is [.., { N: var last }] && last == unanswered.N - 1 ? [.. timeline, AskedAgain(unanswered, events)] : timeline, absences, end);
    }

    // Whom the room stopped at a time limit is stopped again, but only the end tells what stopped them.
    private static (ValueList<RoomEvent> Events, RecordingNote? End) WithoutStop(ValueList<RoomEvent> recorded, string? missing)
    {
        var count = recorded.Count;
        while (recorded[count - 1] is Closed or Left { How: Leaving.Stopped })
        {
            count--;
        }
        return ([.. recorded.Take(count)], recorded is [.., Closed] ? WasStopped : IsCut(missing ?? "its end is missing"));
    }

    private static RoundClosed? Ended(ValueList<RoomEvent> events, CloseReason reason) => events.OfType<RoundClosed>().FirstOrDefault(closed => closed.Stop == reason);

    private static bool IsAskedAt(Left left, ValueList<RoomEvent> events)
    {
        var before = Before(left.N, events);
        return before.LastOrDefault(happened => happened is Suggested or RoundClosed) is Suggested { Round: var round }
            && !before.OfType<Said>().Any(said => said.Name == left.Name && said.Round == round);
    }

    private static PlayedEvent AskedAgain(Left left, ValueList<RoomEvent> events) => new(
        new Said(left.N, left.T, events.OfType<Suggested>().Last().Round, left.Name, "", Late: false), [new ScriptStep.Answer(left.Name)]);

    private static string? SpeakerBefore(RoundClosed closed, ValueList<RoomEvent> events) => events.OfType<Said>().LastOrDefault(said => said.N < closed.N)?.Name;

    private static ValueList<RoomEvent> Before(int n, ValueList<RoomEvent> events) => [.. events.TakeWhile(happened => happened.N < n)];

    private static ValueList<PlayedEvent> TimelineOf(TranscriptHeader header, ValueList<RoomEvent> events, ValueList<Absence> absences)
    {
        var timeline = new List<PlayedEvent>();
        var cut = new List<string>();
        foreach (var (index, happened) in events.Index())
        {
            if (index + 1 < events.Count && events[index + 1] is RoundClosed)
            {
                // The round may last until its time is up now, and a bot that hears nothing for so long gives up. Or it ends with this.
                Mend(happened);
            }
            switch (happened)
            {
                case Left left when absences.Any(absence => absence.From == left.N):
                    cut.Add(left.Name);
                    timeline.Add(new PlayedEvent(left, [new ScriptStep.Disconnect(left.Name) { After = Moment }]) { Note = IsOnlyCutOff(left.Name) });
                    break;
                case Returned returned:
                    timeline.Add(new PlayedEvent(returned, cut.Remove(returned.Name) ? [new ScriptStep.Reconnect(returned.Name)] : []));
                    break;
                case RoundClosed closed:
                    Mend(closed);
                    timeline.Add(new PlayedEvent(Actors.Absences.WithoutThem(closed, absences, events)));
                    break;
                case Refused refused when WhyNotRefused(refused, header, absences) is { } why:
                    timeline.Add(new PlayedEvent(refused, []) { Note = IsNotRefused(refused, why) });
                    break;
                default:
                    timeline.Add(new PlayedEvent(happened));
                    break;
            }
        }
        return timeline.ToValueList();

        void Mend(RoomEvent before)
        {
            timeline.AddRange(cut.Select(name => new PlayedEvent(before, [new ScriptStep.Reconnect(name)])));
            cut.Clear();
        }
    }

    private static string? WhyNotRefused(Refused refused, TranscriptHeader header, ValueList<Absence> absences) => refused.Reason switch
    {
        RefusalReason.OtherRoom or RefusalReason.UnknownRoom => "it came from another room",
        RefusalReason.RoomClosed when absences.Any(absence => absence.Covers(refused.N)) => "a bot was lost, which nobody notices here",
        _ when Recording.IsAsTyped(refused, header.Roster) => "an older room compared names by their characters",
        _ => null,
    };

    private static RecordingNote IsNotRefused(Refused refused, string why) => new(
        $"{Who(refused)} was refused here ({EnumWords.Of(refused.Reason)}), and no step does that: {why}.", $"{Who(refused)} was refused, and is left out: {why}");

    private static string Who(Refused refused) => refused.Name is { } name ? $"A bot that wanted to be {name}" : "A bot that took any name";

    private static RecordingNote IsOnlyCutOff(string name) => new(
        $"{name} was noted as crashed here and came back later. A script on one machine plays that as disconnect and reconnect: nobody notices, and {name} says nothing meanwhile.",
        $"{name} was noted as crashed and came back: played as disconnect and reconnect");

    private static RecordingNote WasStopped => new(
        "Here the conversation was stopped from outside, which no step does. What comes after this is not expected.", "it was stopped from outside: played up to there");

    private static RecordingNote IsCut(string why) => new(
        $"It goes no further: {why}. What comes after this is not expected.", $"{why}: played up to there");

    private static RecordingNote MayNotEnd(string name) => new(
        $"{name} said the text that ends the conversation, and its mind may say something else. What comes after this is not expected.",
        $"{name} ended it with what it said, and may say something else: played up to there");

    private static RecordingNote MayAnswer(string name) => new(
        $"{name} crashed here before it had answered. Its mind is asked, and may answer now. What comes after this is not expected.",
        $"{name} crashed before it had answered, and is asked once more: played up to there");

    private static RecordingNote IsOutOfTurn(string name) => new(
        $"Here {name} went, and others waited for no turn of {name}; with order = roster, a script on one machine can't play that. What comes after this is not expected.",
        $"{name} went before its turn, or came back: played up to there");

    private static RecordingNote TooFewWithout(string name) => new(
        $"Here {name} was noted as crashed and came back later, and without {name} too few were left. No step does that. What comes after this is not expected.",
        $"{name} was noted as crashed and came back, and meanwhile too few were left: played up to there");
}
