namespace Chatroom.Actors;

/// <summary>How a bot takes a suggestion.</summary>
internal enum Stance
{
    Keen,
    Willing,
    Declining,
    Countering,
}

/// <summary>How likely a stance is, against the others; and what is said then.</summary>
internal sealed record StanceReplies(Stance Stance, int AtInterest, int Otherwise, ValueList<string> Replies);

/// <summary>
/// Who a bot is. In a reply, <c>{what}</c> stands for what was suggested, <c>{other}</c> for something of the bot's own interest.
/// </summary>
/// <param name="Name">The bot's name.</param>
/// <param name="Character">A word or two for people.</param>
/// <param name="Interest">The category it likes.</param>
/// <param name="Stances">Every stance, in the enum's order.</param>
internal sealed record Persona(string Name, string Character, string Interest, ValueList<StanceReplies> Stances)
{
    /// <summary>For a bot that says only what it is told.</summary>
    public static Persona WithoutWords(string name) => new(name, "", "", []);
}
