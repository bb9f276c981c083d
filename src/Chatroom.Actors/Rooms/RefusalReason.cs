namespace Chatroom.Actors;

/// <summary>Why a bot was not let in.</summary>
public enum RefusalReason
{
    /// <summary>Someone in the room has this name.</summary>
    NameTaken,

    /// <summary>All that the room waited for are there.</summary>
    RoomFull,

    /// <summary>The room is past gathering.</summary>
    RoomClosed,

    /// <summary>The roster has no such name.</summary>
    UnknownName,

    /// <summary>It wants to go on with a conversation that this room knows nothing of.</summary>
    OtherRoom,

    /// <summary>The seed node has several rooms, and it asked for none of them.</summary>
    UnknownRoom,
}
