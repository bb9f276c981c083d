namespace Chatroom.Actors;

/// <summary>What bots and rooms send each other. Delivery is at most once, so a side that waits for something asks again.</summary>
internal static class ChatroomProtocol
{
    /// <summary>Marks all messages here; the serializer is bound to it.</summary>
    public interface IChatroomMessage;

    /// <summary>
    /// Bot to room: let me in. Answered by <see cref="Welcome"/> and all events after <c>LastSeen</c>, by <see cref="Queued"/>, or by
    /// <see cref="TurnedAway"/>. A bot that is already in gets the same answer again, and the events that it missed; so does a new
    /// sender that shows the ticket of a bot that is in. With the path of a relay on the bot's own node, messages to everybody
    /// go there. <c>Patience</c> is how long the bot will look for the room when it has lost it; null if it does not say.
    /// </summary>
    public sealed record Join(string? Name, int LastSeen = 0, string? Ticket = null, string? Relay = null, TimeSpan? Patience = null) : IChatroomMessage;

    /// <summary>Bot to room: my answer in a round. Acknowledged by the <see cref="Happened"/> with its own <see cref="Said"/>.</summary>
    public sealed record Answer(int Round, string Text) : IChatroomMessage;

    /// <summary>Bot to room: I go. Acknowledged by the <see cref="Happened"/> with its own <see cref="Left"/>.</summary>
    public sealed record Bye : IChatroomMessage;

    /// <summary>
    /// Bot to room: I have crashed, and do not come back. Nothing answers it. Death watch says so too, but sometimes as if nothing were known of
    /// the bot, and then the room would wait for it.
    /// </summary>
    public sealed record Gone : IChatroomMessage;

    /// <summary>
    /// Room to bot: you are in, by this name, since event <c>JoinedAt</c>, or back since then. A null <c>RoundTime</c> comes from an older
    /// room: how long it waits for answers is not known.
    /// </summary>
    public sealed record Welcome(string Name, long Seed, int JoinedAt, RoundTime? RoundTime = null) : IChatroomMessage;

    /// <summary>
    /// How long a room waits for answers: <c>ReplyTimeout</c> from each suggestion. <c>Round</c> is the last round that was suggested, 0 for none,
    /// and <c>Left</c> is for how much longer it is open. That may be more than follows from the suggestion: a round that everybody was away from
    /// has its time once more.
    /// </summary>
    public sealed record RoundTime(TimeSpan ReplyTimeout, int Round, TimeSpan Left);

    /// <summary>
    /// Room to bot: you will be in by this name when those before you on the roster are; without a name: you will soon be told the
    /// one that is left for you.
    /// </summary>
    public sealed record Queued(string? Name) : IChatroomMessage;

    /// <summary>Room to bot: you are not let in; the text says what to do.</summary>
    public sealed record TurnedAway(RefusalReason Reason, string Text) : IChatroomMessage;

    /// <summary>Room to bot: an event, in order. A bot that finds a gap joins again with the last number it saw.</summary>
    public sealed record Happened(RoomEvent Event) : IChatroomMessage;

    /// <summary>Room to bot: events that it has not seen, in order; in as many messages as necessary.</summary>
    public sealed record Missed(ValueList<RoomEvent> Events) : IChatroomMessage;

    /// <summary>Room to bot: the last round is over. Answered by <see cref="Bye"/>.</summary>
    public sealed record Over : IChatroomMessage;
}
