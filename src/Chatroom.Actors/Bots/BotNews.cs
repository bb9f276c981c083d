namespace Chatroom.Actors;

/// <summary>What a bot tells the caller that started it, in order; the last one is an ending.</summary>
public abstract record BotNews
{
    /// <summary>It is in the room.</summary>
    /// <param name="Name">The name that it goes by.</param>
    /// <param name="Seed">The conversation's seed.</param>
    public sealed record Welcomed(string Name, long Seed) : BotNews;

    /// <summary>It is in the room again after it lost it; what happened meanwhile comes next.</summary>
    public sealed record Returned : BotNews;

    /// <summary>Something happened in the room; each event once, in order, from the room's first.</summary>
    /// <param name="Happened">What.</param>
    public sealed record Heard(RoomEvent Happened) : BotNews;

    /// <summary>An answer of its mind is not said, or not as the mind gave it.</summary>
    /// <param name="Round">The round that it answers.</param>
    public abstract record AnswerNotAsGiven(int Round) : BotNews;

    /// <summary>Its answer was too long, and only the beginning is said.</summary>
    /// <param name="Round">The round that it answers.</param>
    /// <param name="Length">How many characters (UTF-16 units) the answer had.</param>
    public sealed record Shortened(int Round, int Length) : AnswerNotAsGiven(Round);

    /// <summary>Its answer had control characters, such as line ends, and is said with blanks in their place.</summary>
    /// <param name="Round">The round that it answers.</param>
    public sealed record Cleaned(int Round) : AnswerNotAsGiven(Round);

    /// <summary>Its answer was blank, and is not said.</summary>
    /// <param name="Round">The round that it answers.</param>
    public sealed record Blank(int Round) : AnswerNotAsGiven(Round);

    /// <summary>Its answer came when the conversation was over for it, and is in no round.</summary>
    /// <param name="Round">The round that it answers.</param>
    public sealed record TooLate(int Round) : AnswerNotAsGiven(Round);

    /// <summary>An ending: it was not let in.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Text">A sentence that says what to do.</param>
    public sealed record TurnedAway(RefusalReason Reason, string Text) : BotNews;

    /// <summary>An ending: the conversation is over for this bot, by the room's rules.</summary>
    /// <param name="How">How the room notes that it went; null if the room closed without a word about it, or never noted that the bot came.</param>
    public sealed record Ended(Leaving? How) : BotNews;

    /// <summary>An ending: the room is gone, in the middle of things.</summary>
    public sealed record RoomLost : BotNews;

    /// <summary>An ending: nobody answered at the room's address.</summary>
    public sealed record NobodyThere : BotNews;
}
