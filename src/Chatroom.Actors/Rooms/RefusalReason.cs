namespace Chatroom.Actors;

/// <summary>Why a bot was not let in.</summary>
public enum RefusalReason
{
    /// <summary>Someone in the room has this name.</summary>
    [Word("name-taken")]
    NameTaken,

    /// <summary>All that the room waited for are there.</summary>
    [Word("room-full")]
    RoomFull,

    /// <summary>The room is past gathering.</summary>
    [Word("room-closed")]
    RoomClosed,

    /// <summary>The roster has no such name.</summary>
    [Word("unknown-name")]
    UnknownName,

    /// <summary>It wants to go on with a conversation that this room knows nothing of.</summary>
    [Word("other-room")]
    OtherRoom,

    /// <summary>The seed node has several rooms, and it asked for none of them.</summary>
    [Word("unknown-room")]
    UnknownRoom,
}
