namespace Chatroom.Actors;

/// <summary>A bot whose room is open, and can be reached for half a minute, is in it or is told why not.</summary>
internal sealed class LostBotsAreFoundAgain : ISimulationProperty
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public string Name => "a bot that can reach its room is in it, or is told why not";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        var healed = outcome.Faults.Select(fault => fault.End).Append(TimeSpan.Zero).Max();
        var closed = outcome.ClosedAt ?? TimeSpan.MaxValue;
        return outcome.Lives
            .Where(life => life.Ending is BotNews.RoomLost or BotNews.NobodyThere && life.EndedAt > healed + LongEnough && life.EndedAt < closed)
            .Select(life => $"{life.Name} ended at {life.EndedAt.TotalSeconds:F1} s: {life.Ending}; nothing was wrong since {healed.TotalSeconds:F1} s, and the room was open");
    }
}
