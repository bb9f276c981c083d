namespace Chatroom.Actors;

/// <summary>
/// How far a <see cref="RejoinSearch"/> is:
/// <code>
/// waiting -its time has come-> starting -SystemStarted-> living -all bots have ended-> asking -RoomsTold-> over
/// </code>
/// </summary>
internal enum RejoinStage
{
    /// <summary>It has no actor system yet.</summary>
    Waiting,

    /// <summary>Its actor system starts.</summary>
    Starting,

    /// <summary>Its bots look for their rooms, or are in them.</summary>
    Living,

    /// <summary>Its bots have ended, and the seed node was asked which rooms there are.</summary>
    Asking,
}
