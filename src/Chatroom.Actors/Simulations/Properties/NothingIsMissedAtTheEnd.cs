namespace Chatroom.Actors;

/// <summary>A bot that ends in order has heard everything up to its own leaving, or to the end of the conversation, if it could reach the room for a while before one of them ended.</summary>
internal sealed class NothingIsMissedAtTheEnd : ISimulationProperty
{
    // Without an answer for so long, a bot that has said Bye ends in order all the same.
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "a bot that ends in order has heard everything";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) => outcome.Lives
        .Where(life => life.Ending is BotNews.Ended && !HasHeardAll(life) && CouldHear(life, outcome))
        .Select(life => $"{life.Name} ended at {life.EndedAt.TotalSeconds:F1} s without having heard that it left; the last event that it heard: {(life.Heard is [.., var heard] ? EventJson.LineOf(heard) : "none")}");

    private static bool CouldHear(BotLife life, SimulationOutcome outcome)
    {
        var last = outcome.ClosedAt is { } closed && closed < life.EndedAt ? closed : life.EndedAt;
        return outcome.WasCalm(last - LongEnough, life.EndedAt);
    }

    private static bool HasHeardAll(BotLife life) => life.Heard is [.., var last] && (last is Closed || (last is Left left && left.Name == life.Name));
}
