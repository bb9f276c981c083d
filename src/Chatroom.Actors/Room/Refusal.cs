namespace Chatroom.Actors;

/// <summary>Who is not let in, and the sentence that tells it what to do.</summary>
internal static class Refusal
{
    /// <summary>Why the room as it is does not take this name; null when it does. A null name: no name is left to give.</summary>
    public static RefusalReason? For(RoomState state, string? name) => state switch
    {
        { Phase: RoomPhase.Gathering } when name is null => RefusalReason.RoomFull,
        { Phase: RoomPhase.Gathering } when !state.Roster.Contains(name) => RefusalReason.UnknownName,
        { Phase: RoomPhase.Gathering or RoomPhase.Talking } when name is not null && state.IsHere(name) => RefusalReason.NameTaken,
        { Phase: RoomPhase.Gathering } => null,
        { Phase: RoomPhase.Talking } when state.Roster.All(state.IsHere) => RefusalReason.RoomFull,
        _ => RefusalReason.RoomClosed,
    };

    public static string Text(RoomState state, string? name, RefusalReason reason) => reason switch
    {
        RefusalReason.NameTaken => $"Bot {name} is taken, please try again with another bot name.",
        RefusalReason.UnknownName => $"Bot {name} is not on the roster, please try again with one of {string.Join(", ", state.Roster)}.",
        RefusalReason.RoomFull => $"All {state.Roster.Count} bots are in the chatroom, please try again when the next one opens.",
        _ => "The chatroom takes no more bots, please try again when the next one opens.",
    };
}
