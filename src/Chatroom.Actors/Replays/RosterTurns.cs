namespace Chatroom.Actors;

/// <summary>Finds where a recorded conversation with order = roster can't be played on: what waits for a turn shows only when it is passed on.</summary>
internal static class RosterTurns
{
    /// <summary>The first event that comes about in another order, or not at all; null if there is none.</summary>
    public static RoomEvent? FirstUnplayable(ValueList<string> roster, ValueList<RoomEvent> events, ValueList<Absence> absences) =>
        // Who is only cut off holds up those behind it; who was noted as crashed did not.
        events.FirstOrDefault(happened => happened is Left left && (absences.Any(absence => absence.From == left.N)
            || (left.How != Leaving.Stopped && IsOutOfTurn(left, roster, events) && MayBeOvertaken(left, roster, events))));

    private static bool IsOutOfTurn(Left left, ValueList<string> roster, ValueList<RoomEvent> events)
    {
        var before = events.TakeWhile(happened => happened != left).ToList();
        var open = before.LastOrDefault(happened => happened is Suggested or RoundClosed) as Suggested;
        return before.Exists(happened => happened is Suggested) && roster.TakeWhile(earlier => earlier != left.Name).Any(earlier =>
            !before.OfType<Left>().Any(gone => gone.Name == earlier) && !before.OfType<Said>().Any(said => said.Name == earlier && said.Round == open?.Round));
    }

    // A bot that goes is held back until a time limit, or until those before it are done.
    private static bool MayBeOvertaken(Left left, ValueList<string> roster, ValueList<RoomEvent> events)
    {
        var earlier = roster.TakeWhile(name => name != left.Name).ToList();
        return events.SkipWhile(happened => happened != left).TakeWhile(happened => happened is not (RoundClosed or Closed))
            .Any(happened => happened is Said or Refused || (happened is Left { How: not Leaving.Stopped } other && earlier.Contains(other.Name)));
    }
}
