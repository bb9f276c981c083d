namespace Chatroom.Actors;

/// <summary>Why a room closed.</summary>
public enum CloseReason
{
    /// <summary>All rounds were played.</summary>
    [Word("completed")]
    Completed,

    /// <summary>Not everybody came in time.</summary>
    [Word("join-timeout")]
    JoinTimeout,

    /// <summary>Nobody was left to talk to.</summary>
    [Word("abandoned")]
    Abandoned,

    /// <summary>The room was told to stop.</summary>
    [Word("stopped")]
    Stopped,

    /// <summary>A bot said the text that ends the conversation.</summary>
    [Word("text-said")]
    TextSaid,

    /// <summary>The time of the conversation was over.</summary>
    [Word("time-up")]
    TimeUp,

    /// <summary>Fewer bots were left than it takes.</summary>
    [Word("too-few")]
    TooFew,
}
