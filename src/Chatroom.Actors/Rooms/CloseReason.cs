namespace Chatroom.Actors;

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
