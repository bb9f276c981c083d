namespace Chatroom.Actors;

/// <summary>What a bot knows of its conversation. With it, the bot can go on in another actor or actor system after its room was lost.</summary>
internal sealed class BotMemory
{
    /// <summary>The room's Welcome; null until the room has let it in.</summary>
    public ChatroomProtocol.Welcome? Welcome { get; set; }

    public HeardEvents Heard { get; } = new();

    public OwnAnswers Answers { get; } = new();

    public RoundDeadline Deadline { get; } = new();

    /// <summary>True once the room has said that the last round is over.</summary>
    public bool IsOver { get; set; }

    /// <summary>True once it wants to go.</summary>
    public bool IsLeaving { get; set; }
}
