namespace Chatroom.Actors;

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
