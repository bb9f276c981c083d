namespace Chatroom.Actors;

/// <summary>What a scenario may set about its room; the defaults are those of docs/scenarios.md.</summary>
internal sealed record RoomSettings
{
    public string Name { get; init; } = "chatroom";

    public int Rounds { get; init; } = 1;

    public SpeakingOrder Order { get; init; } = SpeakingOrder.Arrival;

    public SuggestionSource Next { get; init; } = SuggestionSource.Catalogue;

    /// <summary>From Opened until all bots must be there.</summary>
    public TimeSpan JoinTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From a suggestion until the round closes with the answers that came.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many answers close a round before everybody has answered; null for no such number.</summary>
    public int? Quorum { get; init; }

    /// <summary>An answer with this text in it ends the conversation, whatever its case; null for no such text.</summary>
    public string? StopText { get; init; }

    /// <summary>From the first suggestion until the conversation ends; null for no limit.</summary>
    public TimeSpan? StopAfter { get; init; }

    /// <summary>The conversation ends when fewer than these are left.</summary>
    public int StopBelow { get; init; } = 1;

    /// <summary>From the end of the last round until bots that have not said Bye are stopped.</summary>
    public TimeSpan ClosingTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
