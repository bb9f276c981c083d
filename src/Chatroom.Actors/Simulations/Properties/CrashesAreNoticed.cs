namespace Chatroom.Actors;

/// <summary>A bot whose process was killed is noted as crashed, not as one that was sent away in the end.</summary>
internal sealed class CrashesAreNoticed : ISimulationProperty
{
    // A node without a sign of life is taken for dead after 4 to 8 s: watch-failure-detector in hocon/seed.conf.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    public string Name => "a crash is noticed";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        foreach (var (happened, at) in outcome.Events.Zip(outcome.Times))
        {
            if (happened is Left { How: Leaving.Stopped } left
                && outcome.Lives.LastOrDefault(life => life.Name == left.Name) is { IsKilled: true } life
                && life.EndedAt + LongEnough < at && outcome.WasCalm(at - LongEnough, at))
            {
                yield return $"{life.Name} was killed at {life.EndedAt.TotalSeconds:F1} s, and at {at.TotalSeconds:F1} s the room took it for one that is there: {EventJson.LineOf(left)}";
            }
        }
    }
}
