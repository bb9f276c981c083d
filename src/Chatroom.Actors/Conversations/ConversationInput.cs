namespace Chatroom.Actors;

/// <summary>What comes to a room: over a connection (any unique text, such as an actor's path), from the clock, or from its node.</summary>
internal abstract record ConversationInput
{
    /// <summary>The room opens; always the first.</summary>
    public sealed record Open(string Scenario) : ConversationInput;

    /// <summary>The room continues what has happened in it; the first in place of <see cref="Open"/>.</summary>
    public sealed record Resume : ConversationInput;

    /// <summary>A bot wants to come in, or to come back.</summary>
    /// <param name="Connection">The bot's connection.</param>
    /// <param name="Name">The name it wants; null for any.</param>
    /// <param name="From">Where it comes from, <c>host:port</c>, or <c>local</c>.</param>
    /// <param name="LastSeen">The number of the last event that it has; 0 for none.</param>
    /// <param name="TicketDigest">The digest of its ticket; null when it has none.</param>
    /// <param name="Relay">The relay that hears for it, as the bot calls it; null when it hears for itself.</param>
    /// <param name="Patience">How long it will look for this room when it has lost it; null when it does not say.</param>
    public sealed record Join(
        string Connection, string? Name, string From, int LastSeen = 0, string? TicketDigest = null, string? Relay = null, TimeSpan? Patience = null)
        : ConversationInput;

    public sealed record Answer(string Connection, int Round, string Text) : ConversationInput;

    public sealed record Bye(string Connection) : ConversationInput;

    /// <summary>The bot behind a watched connection has died, or can't be reached any more.</summary>
    /// <param name="Connection">Its connection.</param>
    /// <param name="MayLive">Whether only its node can't be reached: then it may come back over another connection.</param>
    public sealed record Death(string Connection, bool MayLive = false) : ConversationInput;

    /// <summary>The process of a bot has ended, so it does not come back.</summary>
    public sealed record ProcessEnd(string Name) : ConversationInput;

    /// <summary>The patience of a bot that is away is over.</summary>
    public sealed record AwayTimeout(string Name) : ConversationInput;

    /// <summary>A time limit that the rules know has run out.</summary>
    public sealed record TimeLimit(RoomCommand Command) : ConversationInput;

    /// <summary>Bots that have not come back to a resumed room come no more.</summary>
    public sealed record ReturnTimeout : ConversationInput;

    /// <summary>Bots that asked for no name have waited long enough for one.</summary>
    public sealed record NamesAreDue : ConversationInput;

    /// <summary>Close a room that gathers: it will not fill.</summary>
    public sealed record GiveUp : ConversationInput;

    /// <summary>End at once.</summary>
    public sealed record Stop : ConversationInput;
}
