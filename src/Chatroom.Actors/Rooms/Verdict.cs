namespace Chatroom.Actors;

/// <summary>How a participant did in a round.</summary>
public enum Verdict
{
    /// <summary>It answered in time.</summary>
    [Word("answered")]
    Answered,

    /// <summary>It gave no answer to this round, but one to an earlier round came while this one was open: it lags behind.</summary>
    [Word("late")]
    Late,

    /// <summary>It was there and said nothing.</summary>
    [Word("silent")]
    Silent,

    /// <summary>It died before it answered, in this round or earlier.</summary>
    [Word("crashed")]
    Crashed,

    /// <summary>It left before it answered, in this round or earlier.</summary>
    [Word("left")]
    Left,
}
