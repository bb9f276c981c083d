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

/// <summary>How a bot went.</summary>
public enum Leaving
{
    /// <summary>It said Bye.</summary>
    Bye,

    /// <summary>It died without a word.</summary>
    Crashed,

    /// <summary>The room stopped it.</summary>
    Stopped,
}

/// <summary>How a participant did in a round.</summary>
public enum Verdict
{
    /// <summary>It answered in time.</summary>
    Answered,

    /// <summary>It gave no answer to this round, but one to an earlier round came while this one was open: it lags behind.</summary>
    Late,

    /// <summary>It was there and said nothing.</summary>
    Silent,

    /// <summary>It died before it answered, in this round or earlier.</summary>
    Crashed,

    /// <summary>It left before it answered, in this round or earlier.</summary>
    Left,
}

/// <summary>Why a room closed.</summary>
public enum CloseReason
{
    /// <summary>All rounds were played.</summary>
    Completed,

    /// <summary>Not everybody came in time.</summary>
    JoinTimeout,

    /// <summary>Nobody was left to talk to.</summary>
    Abandoned,

    /// <summary>The room was told to stop.</summary>
    Stopped,

    /// <summary>Somebody said the text that ends the conversation.</summary>
    TextSaid,

    /// <summary>The conversation had its time.</summary>
    TimeUp,

    /// <summary>Fewer were left than it takes.</summary>
    TooFew,
}

/// <summary>In which order the room passes on what participants do.</summary>
internal enum SpeakingOrder
{
    /// <summary>As it comes in.</summary>
    Arrival,

    /// <summary>In the roster's order: who is early waits for its turn.</summary>
    Roster,
}

/// <summary>Where suggestions come from.</summary>
internal enum SuggestionSource
{
    /// <summary>The scenario's list.</summary>
    Script,

    /// <summary>Drawn from the catalogue by the seed.</summary>
    Catalogue,

    /// <summary>What most bots would rather do, as far as they said so; otherwise drawn from the catalogue.</summary>
    Counter,
}

/// <summary>The stage of a room's life.</summary>
internal enum RoomPhase
{
    Unopened,
    Gathering,
    Talking,
    Closing,
    Closed,
}
