namespace Chatroom.Actors;

/// <summary>Which bots are not let in, and the sentence that tells them what to do.</summary>
internal static class Refusal
{
    /// <summary>The name that a bot asks for, as the roster spells it.</summary>
    public static string Spelled(RoomState state, string wanted) =>
        state.NamesAsTyped ? wanted : BotNames.Find(state.Roster, wanted) ?? wanted;

    /// <summary>Why the room in this state refuses this name; null if it does not. A null name: no name is left to give.</summary>
    public static RefusalReason? For(RoomState state, string? name) => state switch
    {
        { Phase: RoomPhase.Gathering } when name is null => RefusalReason.RoomFull,
        { Phase: RoomPhase.Gathering } when !state.Roster.Contains(name) => RefusalReason.UnknownName,
        { Phase: RoomPhase.Gathering or RoomPhase.Talking } when name is not null && state.IsHere(name) => RefusalReason.NameTaken,
        { Phase: RoomPhase.Gathering } => null,
        { Phase: RoomPhase.Talking } when state.Roster.All(state.IsHere) => RefusalReason.RoomFull,
        _ => RefusalReason.RoomClosed,
    };

    /// <param name="state">The present state of the room.</param>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="reason">Why it is not let in.</param>
    /// <param name="free">The names that are left, in the roster's order.</param>
    public static string Text(RoomState state, string? name, RefusalReason reason, IReadOnlyList<string> free) => reason switch
    {
        RefusalReason.NameTaken when free.Count > 0 =>
            $"Bot {name} is taken, please try again with another bot name: {ChatText.Named(free)}.",
        RefusalReason.NameTaken => $"Bot {name} is taken, and so are all others, please try again when the next chatroom opens.",
        RefusalReason.UnknownName when !state.NamesAsTyped && BotNames.FindAlike(state.Roster, name!) is { } alike =>
            $"Bot {NameRules.Spelled(name!)} is not on the roster, and {NameRules.Spelled(alike)} is another, please try again with one of {ChatText.Named(state.Roster)}.",
        RefusalReason.UnknownName => $"Bot {name} is not on the roster, please try again with one of {ChatText.Named(state.Roster)}.",
        RefusalReason.OtherRoom => "This is not the chatroom that you were in, please join it as a new one.",
        RefusalReason.RoomFull => $"All {state.Roster.Count} bots are in the chatroom, please try again when the next one opens.",
        _ => "The chatroom takes no more bots, please try again when the next one opens.",
    };
}
