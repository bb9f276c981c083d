namespace Chatroom.Actors;

/// <summary>A bot was noted as crashed, and came back.</summary>
/// <param name="Name">The bot's name.</param>
/// <param name="From">The number of the event by which it left.</param>
/// <param name="Until">The number of the event by which it returned.</param>
internal sealed record Absence(string Name, int From, int Until)
{
    public bool Covers(int n) => From < n && n < Until;
}

/// <summary>Finds bots that came back in what was recorded.</summary>
internal static class Absences
{
    /// <summary>All absences, by their beginning.</summary>
    public static ValueList<Absence> In(IReadOnlyList<RoomEvent> events) =>
    [
        .. from returned in events.OfType<Returned>()
           let last = events.LastOrDefault(before => before.N < returned.N && before is Left or Returned or Joined && NameOf(before) == returned.Name)
           where last is Left { How: Leaving.Crashed } && last.N < returned.N
           orderby last.N
           select new Absence(returned.Name, last.N, returned.N),
    ];

    /// <summary>The end of a round as it is when those who were noted as crashed are here and say nothing.</summary>
    public static RoundClosed WithoutThem(RoundClosed closed, ValueList<Absence> absences, IReadOnlyList<RoomEvent> events)
    {
        var began = events.OfType<Suggested>().LastOrDefault(suggested => suggested.Round == closed.Round)?.N ?? 0;
        return closed with
        {
            Verdicts = [.. closed.Verdicts.Select(its => its.Verdict == Verdict.Crashed && absences.Any(absence => absence.Name == its.Name && absence.Covers(closed.N))
                ? its with { Verdict = WasLate(its.Name) ? Verdict.Late : Verdict.Silent }
                : its)],
        };

        bool WasLate(string name) => events.OfType<Said>().Any(said => said.Late && said.Name == name && began < said.N && said.N < closed.N);
    }

    private static string? NameOf(RoomEvent happened) => happened switch
    {
        Joined joined => joined.Name,
        Returned returned => returned.Name,
        Left left => left.Name,
        _ => null,
    };
}
