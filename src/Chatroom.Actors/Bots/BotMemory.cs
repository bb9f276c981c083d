namespace Chatroom.Actors;

/// <summary>What a bot knows of its conversation: with it, it can go on in another actor, also in another actor system, when its room was lost.</summary>
internal sealed class BotMemory
{
    /// <summary>Who it is in the room; null until the room has let it in.</summary>
    public ChatroomProtocol.Welcome? Welcome { get; set; }

    public HeardEvents Heard { get; } = new();

    public OwnAnswers Answers { get; } = new();

    /// <summary>True once it wants to go.</summary>
    public bool IsLeaving { get; set; }
}
