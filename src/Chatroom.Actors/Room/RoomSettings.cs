namespace Chatroom.Actors;

/// <summary>What a scenario may set about its room; the defaults are those of docs/scenarios.md.</summary>
internal sealed record RoomSettings
{
    public string Name { get; init; } = "chatroom";

    public int Rounds { get; init; } = 1;

    public SpeakingOrder Order { get; init; } = SpeakingOrder.Arrival;

    public SuggestionSource Next { get; init; } = SuggestionSource.Catalogue;

    /// <summary>From Opened until everybody must be there.</summary>
    public TimeSpan JoinTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From a suggestion until the round closes with whoever answered.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the end of the last round until who has not said Bye is stopped.</summary>
    public TimeSpan ClosingTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
