namespace Chatroom.Actors;

/// <summary>A round that closes has one verdict for each participant, and "answered" just for those whose answer was said in it.</summary>
internal sealed class OneVerdictEach : IEventProperty
{
    /// <inheritdoc />
    public string Name => "one verdict for each participant and round";

    /// <inheritdoc />
    public IEnumerable<string> Problems(IReadOnlyList<RoomEvent> events)
    {
        foreach (var closed in events.OfType<RoundClosed>())
        {
            foreach (var missing in Participants(events, closed).Except(closed.Verdicts.Select(verdict => verdict.Name)))
                yield return $"round {closed.Round} has no verdict on {missing}";
            var names = closed.Verdicts.Select(verdict => verdict.Name).ToList();
            if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
                yield return $"a name has two verdicts: {EventJson.LineOf(closed)}";
            var inTime = events.OfType<Said>().Where(said => said.Round == closed.Round && !said.Late).Select(said => said.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var verdict in closed.Verdicts.Where(verdict => verdict.Verdict == Verdict.Answered != inTime.Contains(verdict.Name)))
                yield return $"round {closed.Round}: {verdict}, and {(inTime.Contains(verdict.Name) ? "an" : "no")} answer was said in time";
        }

        foreach (var twice in events.OfType<RoundClosed>().GroupBy(closed => closed.Round).Where(round => round.Count() > 1))
            yield return $"round {twice.Key} closed {twice.Count()} times";
    }

    // Also those that have left meanwhile.
    private static IEnumerable<string> Participants(IReadOnlyList<RoomEvent> events, RoundClosed closed)
    {
        var suggested = events.OfType<Suggested>().FirstOrDefault(its => its.Round == 1)?.N ?? int.MaxValue;
        var gone = events.OfType<Left>().Where(left => left.N < suggested).Select(left => (left.Name, left.N)).ToList();
        return events.OfType<Joined>().Where(joined => joined.N < closed.N && !gone.Exists(left => left.Name == joined.Name && left.N > joined.N)).Select(joined => joined.Name).Distinct(StringComparer.Ordinal);
    }
}
