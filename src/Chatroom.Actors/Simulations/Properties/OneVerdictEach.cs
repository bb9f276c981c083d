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
}
