namespace Chatroom.Actors;

/// <summary>A bot is silent in a round only if it said nothing in time, or something kept its answer from the room until shortly before the end of the round.</summary>
internal sealed class AnswersAreHeard : ISimulationProperty
{
    // A bot that was taken for dead needs the time in which that is noticed, and the start of another actor system.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "an answer that can reach its room is heard";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        foreach (var (happened, at) in outcome.Events.Zip(outcome.Times))
        {
            if (happened is not RoundClosed closed || !outcome.WasCalm(at - LongEnough, at))
                continue;
            foreach (var silent in closed.Verdicts.Where(verdict => verdict.Verdict == Verdict.Silent))
            {
                if (outcome.Lives.FirstOrDefault(life => IsThere(life, silent.Name, closed, at)) is { } life)
                    yield return $"{life.Name} is silent in round {closed.Round}, which closed at {at.TotalSeconds:F1} s; its answer was due at {life.Answers[closed.Round].Due.TotalSeconds:F1} s";
            }
        }
    }

    private static bool IsThere(BotLife life, string name, RoundClosed closed, TimeSpan at) =>
        life.Name == name && !life.IsKilled && (life.Ending is null || life.EndedAt > at)
        && life.Answers.TryGetValue(closed.Round, out var answer) && answer.Due + LongEnough < at;
}
