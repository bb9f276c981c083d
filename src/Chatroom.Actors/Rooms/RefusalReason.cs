namespace Chatroom.Actors;

/// <summary>Why a bot was not let in.</summary>
public enum RefusalReason
{
    /// <summary>A bot in the room has this name.</summary>
    [Word("name-taken")]
    NameTaken,

    /// <summary>All bots that the room waited for are there.</summary>
    [Word("room-full")]
    RoomFull,

    /// <summary>The room is past gathering.</summary>
    [Word("room-closed")]
    RoomClosed,

    /// <summary>The roster has no such name.</summary>
    [Word("unknown-name")]
    UnknownName,

    /// <summary>The bot wants to continue a conversation that this room does not know.</summary>
    [Word("other-room")]
    OtherRoom,

    /// <summary>The seed node has several rooms, and the bot asked for none of them.</summary>
    [Word("unknown-room")]
    UnknownRoom,
}
