namespace Chatroom.Actors;

/// <summary>How a bot reacts to a suggestion.</summary>
internal enum Stance
{
    [Word("keen")]
    Keen,

    [Word("willing")]
    Willing,

    [Word("declining")]
    Declining,

    [Word("countering")]
    Countering,
}

/// <summary>How likely a stance is, compared with the others; and what is said then.</summary>
internal sealed record StanceReplies(Stance Stance, int AtInterest, int Otherwise, ValueList<string> Replies);

/// <summary>The shortest and the longest time that a bot waits with an answer.</summary>
internal readonly record struct ThinkTimes(TimeSpan Min, TimeSpan Max);

/// <summary>What a bot is like. A reply may hold <see cref="Placeholders.OfReplies"/>.</summary>
/// <param name="Name">The bot's name.</param>
/// <param name="Character">A word or two for people.</param>
/// <param name="Interest">The category it likes.</param>
/// <param name="Stances">Every stance, in the enum's order.</param>
internal sealed record Persona(string Name, string Character, string Interest, ValueList<StanceReplies> Stances)
{
    /// <summary>How long it thinks.</summary>
    public ThinkTimes Think { get; init; }

    /// <summary>For a bot that says only what it is told.</summary>
    public static Persona WithoutWords(string name) => new(name, "", "", []);
}
