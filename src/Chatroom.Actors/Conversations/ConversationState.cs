using System.Collections.Immutable;

namespace Chatroom.Actors;

/// <summary>
/// All that a room knows while it works: what its events say, which bot has which name, which were turned away, and, with
/// order = roster, what came before its turn. A connection is any unique text, such as an actor's path.
/// </summary>
/// <param name="Room">What the rules decide on.</param>
/// <param name="Seed">The source of all chance in this conversation.</param>
internal sealed record ConversationState(RoomState Room, long Seed)
{
    /// <summary>The times of events count from here; it moves when a room is resumed.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public History History { get; private init; } = new();

    /// <summary>What participants did before their turn, by name; for each in the order in which it came.</summary>
    public ImmutableDictionary<string, ImmutableList<RoomCommand.OfParticipant>> Held { get; init; } =
        ImmutableDictionary<string, ImmutableList<RoomCommand.OfParticipant>>.Empty;

    /// <summary>Bots that may come in when it is their turn, by name.</summary>
    public ImmutableDictionary<string, RoomCommand.Join> HeldJoins { get; init; } = ImmutableDictionary<string, RoomCommand.Join>.Empty;

    /// <summary>Bots that asked for no name and wait for one, in the order in which they came.</summary>
    public ImmutableList<ConversationInput.Join> Nameless { get; init; } = [];

    /// <summary>What bots that were turned away were told, by connection, while they live: a Join that they repeat is no new event.</summary>
    public ImmutableDictionary<string, ChatroomProtocol.TurnedAway> TurnedAway { get; init; } =
        ImmutableDictionary<string, ChatroomProtocol.TurnedAway>.Empty;

    /// <summary>When the time of the open round is over.</summary>
    public DateTimeOffset RoundEnds { get; init; }

    /// <summary>The round whose time ran out while everybody was away; 0 for none.</summary>
    public int OverdueRound { get; init; }

    // By name.
    private ImmutableDictionary<string, Attendance> Attendances { get; init; } = ImmutableDictionary<string, Attendance>.Empty;

    // A name, joined or held, has at most one connection, and a connection has at most one name.
    private ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    private ImmutableDictionary<string, string> Connections { get; init; } = ImmutableDictionary<string, string>.Empty;

    // The tickets, by digest and by name; those of bots that have gone stay known.
    private ImmutableDictionary<string, string> Tickets { get; init; } = ImmutableDictionary<string, string>.Empty;

    private ImmutableDictionary<string, string> Holders { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The name that a connection goes by; null for a stranger.</summary>
    public string? NameOf(string connection) => Names.GetValueOrDefault(connection);

    /// <summary>The connection behind a name; null when there is none.</summary>
    public string? ConnectionOf(string name) => Connections.GetValueOrDefault(name);

    /// <summary>The participant, or the bot that waits to be one, that has this ticket; null if there is none.</summary>
    public string? HolderOf(string ticketDigest) =>
        Tickets.TryGetValue(ticketDigest, out var name) && Holders.GetValueOrDefault(name) == ticketDigest
        && (Room.Find(name) is not null || HeldJoins.ContainsKey(name))
            ? name
            : null;

    /// <summary>True if a bot with this ticket has been in this room.</summary>
    public bool Knows(string? ticketDigest) => ticketDigest is not null && Tickets.ContainsKey(ticketDigest);

    /// <summary>What is known about the way of a bot to this room.</summary>
    public Attendance AttendanceOf(string name) => Attendances.GetValueOrDefault(name) ?? Attendance.Of(null);

    /// <summary>True for a participant that can't be reached, and may come back.</summary>
    public bool IsAway(string name) => AttendanceOf(name).IsAway;

    /// <summary>True if a bot of this name that can't be reached any more may come back: the room would know it again, and waits for it.</summary>
    public bool MayComeBack(string name) => Room.Phase is RoomPhase.Talking or RoomPhase.Closing && Room.IsHere(name)
        && Holders.ContainsKey(name) && AttendanceOf(name) is { HasEnded: false, Patience.Ticks: > 0 };

    /// <summary>True while something that this participant did waits for its turn.</summary>
    public bool IsHeld(string name) => Held.ContainsKey(name) || HeldJoins.ContainsKey(name);

    /// <summary>How many answers to the open round wait for their turn.</summary>
    public int HeldAnswers => Held.Values.Count(commands => commands.Any(command => command is RoomCommand.Answer));

    /// <summary>The state after an event. Connections are not part of events: a bot proves by its ticket who it is.</summary>
    public ConversationState Apply(RoomEvent happened)
    {
        var before = happened switch
        {
            Joined joined => WithTicket(joined.Name, joined.TicketDigest),
            Left left when Room.Phase == RoomPhase.Gathering => WithoutConnection(left.Name),
            _ => this,
        };
        return before with { Room = Actors.Room.Apply(Room, happened), History = History.With(happened) };
    }

    /// <summary>From now on this connection, and no other, speaks for the name.</summary>
    public ConversationState WithConnection(string connection, string name)
    {
        var others = WithoutConnection(name);
        if (others.NameOf(connection) is { } another)
        {
            others = others.WithoutConnection(another);
        }
        return others with { Names = others.Names.SetItem(connection, name), Connections = others.Connections.SetItem(name, connection) };
    }

    public ConversationState WithoutConnection(string name) => Connections.TryGetValue(name, out var connection)
        ? this with { Names = Names.Remove(connection), Connections = Connections.Remove(name) }
        : this;

    public ConversationState WithAttendance(string name, Attendance attendance) => this with { Attendances = Attendances.SetItem(name, attendance) };

    /// <summary>From now on the name is known by this ticket; without a ticket, by none.</summary>
    public ConversationState WithTicket(string name, string? ticketDigest) => ticketDigest is null
        ? this with { Holders = Holders.Remove(name) }
        : this with { Holders = Holders.SetItem(name, ticketDigest), Tickets = Tickets.SetItem(ticketDigest, name) };
}
