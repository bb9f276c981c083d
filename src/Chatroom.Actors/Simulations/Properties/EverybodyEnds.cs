namespace Chatroom.Actors;

/// <summary>When nothing goes wrong any more, the conversation closes with a reason, and every bot ends.</summary>
internal sealed class EverybodyEnds : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "the conversation closes, and every bot ends";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        if (outcome.HasEnded)
            yield break;
        if (outcome.Events is not [.., Closed])
            yield return $"the room is open after {outcome.Time.TotalSeconds:F0} s; its last event: {(outcome.Events is [.., var last] ? EventJson.LineOf(last) : "none")}";
        foreach (var life in outcome.Lives.Where(life => life is { IsKilled: false, Ending: null }))
            yield return $"{life.Name} lives on; the last event that it heard: {(life.Heard is [.., var heard] ? EventJson.LineOf(heard) : "none")}";
    }
}
