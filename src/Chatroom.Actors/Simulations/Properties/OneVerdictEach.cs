namespace Chatroom.Actors;

/// <summary>A round that closes has one verdict for each participant, and "answered" just for those whose answer was said in it.</summary>
internal sealed class OneVerdictEach : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "one verdict for each participant and round";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        foreach (var closed in outcome.Events.OfType<RoundClosed>())
        {
            foreach (var missing in Participants(outcome, closed).Except(closed.Verdicts.Select(verdict => verdict.Name)))
                yield return $"round {closed.Round} has no verdict on {missing}";
            var names = closed.Verdicts.Select(verdict => verdict.Name).ToList();
            if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
                yield return $"a name has two verdicts: {closed}";
            var inTime = outcome.Events.OfType<Said>().Where(said => said.Round == closed.Round && !said.Late).Select(said => said.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var verdict in closed.Verdicts.Where(verdict => verdict.Verdict == Verdict.Answered != inTime.Contains(verdict.Name)))
                yield return $"round {closed.Round}: {verdict}, and {(inTime.Contains(verdict.Name) ? "an" : "no")} answer was said in time";
        }

        foreach (var twice in outcome.Events.OfType<RoundClosed>().GroupBy(closed => closed.Round).Where(round => round.Count() > 1))
            yield return $"round {twice.Key} closed {twice.Count()} times";
    }

    // Also those that have left meanwhile.
    private static IEnumerable<string> Participants(SimulationOutcome outcome, RoundClosed closed)
    {
        var suggested = outcome.Events.OfType<Suggested>().FirstOrDefault(its => its.Round == 1)?.N ?? int.MaxValue;
        var gone = outcome.Events.OfType<Left>().Where(left => left.N < suggested).Select(left => (left.Name, left.N)).ToList();
        return outcome.Events.OfType<Joined>().Where(joined => joined.N < closed.N && !gone.Exists(left => left.Name == joined.Name && left.N > joined.N)).Select(joined => joined.Name).Distinct(StringComparer.Ordinal);
    }
}
