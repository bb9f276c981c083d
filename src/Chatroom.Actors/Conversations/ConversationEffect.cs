namespace Chatroom.Actors;

/// <summary>What the host of a conversation does when the events are written, in the order given.</summary>
internal abstract record ConversationEffect
{
    /// <summary>Show an event to the observer, then tell it to all listeners.</summary>
    public sealed record Publish(RoomEvent Event) : ConversationEffect;

    /// <summary>Tell all listeners, in the roster's order; those behind one relay once.</summary>
    public sealed record TellAll(ChatroomProtocol.IChatroomMessage Message) : ConversationEffect;

    /// <summary>Tell the bot itself, not its relay.</summary>
    public sealed record Tell(string Connection, ChatroomProtocol.IChatroomMessage Message) : ConversationEffect;

    /// <summary>From now on the participant of this name listens, over this connection and no other.</summary>
    public sealed record Admit(string Name, string Connection) : ConversationEffect;

    /// <summary>From now on the participant of this name does not listen.</summary>
    public sealed record Dismiss(string Name) : ConversationEffect;

    /// <summary>Tell when the bot that sent this dies. Its relay, or the bot itself if there is none, hears what all are told.</summary>
    public sealed record Watch(string Connection, string? Relay) : ConversationEffect;

    /// <summary>The death of this bot no longer counts.</summary>
    public sealed record Unwatch(string Connection) : ConversationEffect;

    /// <summary>Hand in the input after a time, once. It replaces a running timer of that name.</summary>
    public sealed record SetTimer(string Timer, ConversationInput Input, TimeSpan After) : ConversationEffect;

    public sealed record CancelTimer(string Timer) : ConversationEffect;

    public sealed record CancelTimers : ConversationEffect;

    /// <summary>Note that a message came from a bot that has not joined.</summary>
    public sealed record NoteStranger(string Connection) : ConversationEffect;

    /// <summary>The conversation is over.</summary>
    public sealed record Stop : ConversationEffect;
}
