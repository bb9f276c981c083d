namespace Chatroom.Actors;

/// <summary>What happens to the bots of a node and to their actor systems. Bots and systems go by their numbers, from 0.</summary>
internal abstract record RejoinInput
{
    /// <summary>The bots shall look for their rooms. It comes once.</summary>
    public sealed record Begun : RejoinInput;

    /// <summary>The system runs, and its bots live in it.</summary>
    public sealed record SystemStarted(int System) : RejoinInput;

    /// <summary>The system could not be started, or its start was cancelled. Its bots live nowhere.</summary>
    public sealed record StartFailed(int System) : RejoinInput;

    /// <summary>The system has ended by itself, or hears nobody any more.</summary>
    public sealed record SystemEnded(int System, string Why) : RejoinInput;

    /// <summary>The seed node takes the system for dead, and never talks to it again.</summary>
    public sealed record Quarantined(int System) : RejoinInput;

    /// <summary>The system has a connection to the seed node.</summary>
    public sealed record Connected(int System) : RejoinInput;

    /// <summary>The bot's room has answered, and lets it in, or will.</summary>
    public sealed record Answered(int Bot) : RejoinInput;

    /// <summary>The bot's room has let it in, in the system that it lives in now.</summary>
    public sealed record LetIn(int Bot) : RejoinInput;

    /// <summary>The bot has ended in the system that it lived in, by itself or as a <see cref="RejoinAction.Abandon"/> said.</summary>
    /// <param name="Bot">Which bot.</param>
    /// <param name="Ending">Its last news.</param>
    /// <param name="ConnectionProblem">Why its system could not connect to another node; null when it could.</param>
    public sealed record BotEnded(int Bot, BotNews Ending, string? ConnectionProblem = null) : RejoinInput;

    /// <summary>The answer to <see cref="RejoinAction.AskRooms"/>; null when it says nothing about rooms.</summary>
    public sealed record RoomsTold(int System, string? Rooms) : RejoinInput;

    /// <summary>Something outside showed that the bots look in vain, for this reason.</summary>
    public sealed record Refused(string Why) : RejoinInput;

    /// <summary>The bots shall go. It comes at most once.</summary>
    public sealed record Cancelled : RejoinInput;

    /// <summary>The time of a <see cref="RejoinAction.WaitUntil"/> has come.</summary>
    public sealed record TimePassed : RejoinInput;
}
