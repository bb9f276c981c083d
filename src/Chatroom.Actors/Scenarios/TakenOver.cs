namespace Chatroom.Actors;

/// <summary>What a bot does by itself unless a script has a step for it.</summary>
internal enum BotPart
{
    Joining,
    Answering,
    Leaving,

    /// <summary>It keeps its connection.</summary>
    Connection,
}

/// <summary>A part that a script has taken out of a bot's own hands.</summary>
internal sealed record TakenOver(string Name, BotPart Part);
