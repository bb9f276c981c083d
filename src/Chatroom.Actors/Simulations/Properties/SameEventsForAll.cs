namespace Chatroom.Actors;

/// <summary>Every participant hears what the room noted, each event once, in order, with none missing in between.</summary>
internal sealed class SameEventsForAll : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "everybody hears the same events";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        var told = outcome.Events.Select(Told).ToList();
        foreach (var life in outcome.Lives)
        {
            foreach (var (heard, index) in life.Heard.Select((heard, index) => (heard, index)))
            {
                if (index >= told.Count || heard != told[index])
                {
                    yield return $"{life.Name} heard as event {index + 1}: {EventJson.LineOf(heard)}; the room noted: {(index < told.Count ? EventJson.LineOf(told[index]) : "nothing")}";
                    break;
                }
            }
        }
    }

    // Digests of tickets are told to nobody.
    private static RoomEvent Told(RoomEvent happened) => happened is Joined joined ? joined with { TicketDigest = null } : happened;
}
