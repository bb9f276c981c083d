namespace Chatroom.Actors;

/// <summary>Something that happened in a room. The events, in order, are the transcript and the room's only history.</summary>
/// <param name="N">The room's sequence number: from 1, without gaps.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
public abstract record RoomEvent(int N, long T)
{
    /// <summary>The state of its room after it, except for the number.</summary>
    internal abstract RoomState Change(RoomState state);
}

/// <summary>The room was opened; always the first event.</summary>
/// <param name="N">1.</param>
/// <param name="T">0.</param>
/// <param name="Room">The room's name.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Seed">The source of all chance in this conversation.</param>
/// <param name="Roster">The awaited names, in the roster's order.</param>
/// <param name="Rounds">How many suggestions will be made.</param>
public sealed record Opened(int N, long T, string Room, string Scenario, long Seed, ValueList<string> Roster, int Rounds) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => state with { Phase = RoomPhase.Gathering };
}

/// <summary>A bot came in.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Name">The bot's name.</param>
/// <param name="From">Where it came from, <c>host:port</c>, or <c>local</c>.</param>
public sealed record Joined(int N, long T, string Name, string From) : RoomEvent(N, T)
{
    /// <summary>SHA-256 of the secret by which the room will know the bot again, in hexadecimal; null if it has none, and for everybody except the room.</summary>
    public string? TicketDigest { get; init; }

    internal override RoomState Change(RoomState state) => Room.WithJoined(state, this);
}

/// <summary>A bot that was noted as crashed is back: only its connection had broken.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Name">The bot's name.</param>
/// <param name="From">Where it comes from now.</param>
public sealed record Returned(int N, long T, string Name, string From) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => Room.WithReturned(state, this);
}

/// <summary>A bot was not let in.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Name">The name it wanted; null for any.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">A sentence that says what to do.</param>
/// <param name="From">Where it came from.</param>
public sealed record Refused(int N, long T, string? Name, RefusalReason Reason, string Text, string From) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => state;
}

/// <summary>The Host made a suggestion: a round begins.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Round">From 1.</param>
/// <param name="Suggestion">What was suggested.</param>
public sealed record Suggested(int N, long T, int Round, Suggestion Suggestion) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => state with { Round = Round, RoundOpen = true };
}

/// <summary>A bot answered.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Round">The round it answers.</param>
/// <param name="Name">The bot's name.</param>
/// <param name="Text">What was said, one line.</param>
/// <param name="Late">True when the round had been closed before.</param>
public sealed record Said(int N, long T, int Round, string Name, string Text, bool Late) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => Room.WithSaid(state, this);
}

/// <summary>A bot is gone.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Name">The bot's name.</param>
/// <param name="How">How it went.</param>
public sealed record Left(int N, long T, string Name, Leaving How) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => Room.WithLeft(state, this);
}

/// <summary>A round is over.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Verdicts">How each participant did, in the roster's order.</param>
public sealed record RoundClosed(int N, long T, int Round, ValueList<ParticipantVerdict> Verdicts) : RoomEvent(N, T)
{
    /// <summary>The rule that ends the conversation with this round, before all rounds were played; null for none.</summary>
    public CloseReason? Stop { get; init; }

    internal override RoomState Change(RoomState state) => Room.WithRoundClosed(state, this);
}

/// <summary>The room is closed; always the last event.</summary>
/// <param name="N">The event's number.</param>
/// <param name="T">Milliseconds since the room was opened.</param>
/// <param name="Reason">Why.</param>
public sealed record Closed(int N, long T, CloseReason Reason) : RoomEvent(N, T)
{
    internal override RoomState Change(RoomState state) => state with { Phase = RoomPhase.Closed, RoundOpen = false };
}

/// <summary>How one participant did in a round.</summary>
/// <param name="Name">The bot's name.</param>
/// <param name="Verdict">Its verdict.</param>
public sealed record ParticipantVerdict(string Name, Verdict Verdict);

/// <summary>What the Host suggests.</summary>
/// <param name="Category">Its kind, such as <c>chill</c>.</param>
/// <param name="Action">What to do, such as <c>travel to</c>.</param>
/// <param name="Subject">The object of the action, such as <c>Oslo</c>; null if the action needs none.</param>
/// <param name="Text">The Host's sentence.</param>
public sealed record Suggestion(string Category, string Action, string? Subject, string Text)
{
    /// <summary>The action with its subject: <c>travel to Oslo</c>.</summary>
    public string What => Subject is null ? Action : $"{Action} {Subject}";
}
