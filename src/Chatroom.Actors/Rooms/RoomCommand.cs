namespace Chatroom.Actors;

/// <summary>What may be asked of a room. <see cref="Room.Decide"/> says what follows from it, if anything.</summary>
internal abstract record RoomCommand
{
    /// <summary>A command caused by a participant, with its name.</summary>
    public abstract record OfParticipant(string Name) : RoomCommand;

    public sealed record Open(string Scenario, long Seed) : RoomCommand;

    /// <summary>A bot comes in; <see cref="Refusal.For"/> has found nothing against it.</summary>
    public sealed record Join(string Name, string From, string? TicketDigest = null) : RoomCommand;

    /// <summary>A participant has shown that it lives, over a new connection.</summary>
    public sealed record Return(string Name, string From) : RoomCommand;

    /// <summary>The room was read back from its transcript: decide what had been decided and not written.</summary>
    public sealed record Resume : RoomCommand;

    public sealed record Suggest(Suggestion Suggestion) : RoomCommand;

    public sealed record Answer(string Name, int Round, string Text) : OfParticipant(Name);

    public sealed record Bye(string Name) : OfParticipant(Name);

    /// <summary>The participant died.</summary>
    public sealed record Lost(string Name) : OfParticipant(Name);

    public sealed record JoinTimeout : RoomCommand;

    public sealed record ReplyTimeout(int Round) : RoomCommand;

    public sealed record ClosingTimeout : RoomCommand;

    /// <summary>The time of the conversation is over: <see cref="RoomSettings.StopAfter"/>.</summary>
    public sealed record TimeUp : RoomCommand;

    /// <summary>End at once, whatever is going on.</summary>
    public sealed record Stop : RoomCommand;
}
