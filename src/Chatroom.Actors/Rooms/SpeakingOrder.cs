namespace Chatroom.Actors;

/// <summary>In which order the room passes on what participants do.</summary>
internal enum SpeakingOrder
{
    /// <summary>As it comes in.</summary>
    [Word("arrival")]
    Arrival,

    /// <summary>In the roster's order: a bot that is early waits for its turn.</summary>
    [Word("roster")]
    Roster,
}
