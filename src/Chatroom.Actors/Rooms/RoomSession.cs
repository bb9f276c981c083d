namespace Chatroom.Actors;

/// <summary>
/// A room at work, without clock or actor: its state, its history, who is behind which name, and, with order = roster,
/// the commands that came before their turn. Not safe for use by two threads at once.
/// </summary>
/// <param name="start">The room as it is before it opens.</param>
/// <param name="suggest">Makes the suggestion of a round (from 1).</param>
internal sealed class RoomSession(RoomState start, Func<int, Suggestion> suggest)
{
    private readonly List<RoomEvent> _history = [];
    private readonly List<RoomCommand.OfParticipant> _held = [];
    private readonly List<HeldJoin> _heldJoins = [];

    // Which name a connection (any unique text, such as an actor's path) goes by, joined or held.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    // Whose ticket is whose, by digest and by name; those of bots that have gone stay known.
    private readonly Dictionary<string, string> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);

    public RoomState State { get; private set; } = start;

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<RoomEvent> History => _history;

    /// <summary>The name that a connection goes by; null for a stranger.</summary>
    public string? NameOf(string connection) => _names.GetValueOrDefault(connection);

    /// <summary>The connection behind a name; null when there is none.</summary>
    public string? ConnectionOf(string name) => _names.FirstOrDefault(known => known.Value == name).Key;

    /// <summary>The participant, or whoever waits to be one, that has this ticket; null when nobody has.</summary>
    public string? HolderOf(string ticketDigest) =>
        _tickets.TryGetValue(ticketDigest, out var name) && _holders.GetValueOrDefault(name) == ticketDigest
        && (State.Find(name) is not null || _heldJoins.Exists(join => join.Name == name))
            ? name
            : null;

    /// <summary>True when somebody has been in this room with this ticket.</summary>
    public bool Knows(string? ticketDigest) => ticketDigest is not null && _tickets.ContainsKey(ticketDigest);

    /// <summary>True while something that this participant did waits for its turn.</summary>
    public bool IsHeld(string name) => _held.Exists(command => command.Name == name) || _heldJoins.Exists(join => join.Name == name);

    /// <summary>Takes up a conversation at the end of what has happened in it; who is behind which name must show by its ticket.</summary>
    public IReadOnlyList<RoomEvent> Resume(IReadOnlyList<RoomEvent> past, long t)
    {
        foreach (var happened in past)
        {
            if (happened is Joined joined)
            {
                Remember(joined.Name, joined.TicketDigest);
            }
            Append(happened);
        }
        Decide(new RoomCommand.Resume(), t);
        return _history[past.Count..];
    }

    /// <summary>Someone unknown asks to come in. A connection that has a name already is not for here.</summary>
    public IReadOnlyList<RoomEvent> Join(string connection, string? wanted, string from, long t, string? ticketDigest = null, int lastSeen = 0)
    {
        if (State.Phase is RoomPhase.Unopened or RoomPhase.Closed)
        {
            return [];
        }
        var from0 = _history.Count;
        wanted = wanted is null ? null : ChatText.Clean(wanted);
        var name = wanted ?? State.Missing.FirstOrDefault(free => !IsHeld(free));
        var reason = lastSeen > State.N || (lastSeen > 0 && !Knows(ticketDigest)) ? RefusalReason.OtherRoom
            : Refusal.For(State, name) ?? (IsHeld(name!) ? RefusalReason.NameTaken : null);
        if (reason is { } refused)
        {
            Append(Room.Refuse(State, wanted, refused, [.. State.Missing.Where(free => !IsHeld(free))], from, t));
            return _history[from0..];
        }
        _names[connection] = name!;
        Remember(name!, ticketDigest);
        _heldJoins.Add(new HeldJoin(name!, from, ticketDigest));
        Release(t, all: State.Settings.Order == SpeakingOrder.Arrival);
        return _history[from0..];
    }

    /// <summary>Someone who is known by its ticket has a new connection: nobody speaks for it over the old one any more.</summary>
    public IReadOnlyList<RoomEvent> Return(string connection, string name, string from, long t)
    {
        var from0 = _history.Count;
        Forget(name);
        _names[connection] = name;
        _held.RemoveAll(command => command is RoomCommand.Lost && command.Name == name);
        Decide(new RoomCommand.Return(name, from), t);
        return _history[from0..];
    }

    /// <summary>Any other command: what came of it, and of what it set free.</summary>
    public IReadOnlyList<RoomEvent> Handle(RoomCommand command, long t)
    {
        var from0 = _history.Count;
        switch (command)
        {
            case RoomCommand.OfParticipant theirs when _heldJoins.Exists(join => join.Name == theirs.Name):
                // It goes before it came in: as if it had never come.
                if (theirs is not RoomCommand.Answer)
                {
                    _heldJoins.RemoveAll(join => join.Name == theirs.Name);
                    Forget(theirs.Name);
                }
                break;
            case RoomCommand.OfParticipant theirs when WaitsForTurn(theirs):
                Hold(theirs);
                Release(t, all: State.RoundOpen && State.IsQuorum(State.Answers + _held.OfType<RoomCommand.Answer>().Count()));
                break;
            case var end when Room.Ends(State, end):
                Release(t, all: true);
                Decide(command, t);
                break;
            default:
                Decide(command, t);
                break;
        }
        Release(t, all: false);
        return _history[from0..];
    }

    private bool WaitsForTurn(RoomCommand.OfParticipant command) =>
        State.Settings.Order == SpeakingOrder.Roster && State.Phase != RoomPhase.Gathering &&
        (command is not RoomCommand.Answer answer || (State.RoundOpen && answer.Round == State.Round && !Room.IsBlank(answer)));

    private void Hold(RoomCommand.OfParticipant command)
    {
        var known = _held.Exists(held => held.Name == command.Name && (held.GetType() == command.GetType() || held is RoomCommand.Bye));
        if (!known && State.IsHere(command.Name))
        {
            _held.Add(command);
        }
    }

    /// <summary>Lets go what has its turn, in the roster's order, until nothing more has; or everything, turn or not.</summary>
    private void Release(long t, bool all)
    {
        while (NextWithTurn(all) is { } command)
        {
            Decide(command, t);
        }
    }

    private RoomCommand? NextWithTurn(bool all)
    {
        if (_held.Count == 0 && _heldJoins.Count == 0)
        {
            return null;
        }
        foreach (var name in State.Roster)
        {
            if (_heldJoins.Find(join => join.Name == name) is { } join)
            {
                _heldJoins.Remove(join);
                return new RoomCommand.Join(join.Name, join.From, join.TicketDigest);
            }
            if (_held.Find(held => held.Name == name) is { } command)
            {
                _held.Remove(command);
                return command;
            }
            if (!all && !State.IsDone(name))
            {
                return null;
            }
        }
        return null;
    }

    private void Decide(RoomCommand command, long t)
    {
        foreach (var happened in Room.Decide(State, command, t))
        {
            Append(happened);
        }
        if (State.AwaitsSuggestion)
        {
            Decide(new RoomCommand.Suggest(suggest(State.Round + 1)), t);
        }
    }

    private void Append(RoomEvent happened)
    {
        if (happened is Left left && State.Phase == RoomPhase.Gathering)
        {
            Forget(left.Name);
        }
        State = Room.Apply(State, happened);
        _history.Add(happened);
    }

    private void Remember(string name, string? ticketDigest)
    {
        _holders.Remove(name);
        if (ticketDigest is not null)
        {
            _holders[name] = ticketDigest;
            _tickets[ticketDigest] = name;
        }
    }

    private void Forget(string name)
    {
        foreach (var connection in _names.Where(known => known.Value == name).Select(known => known.Key).ToList())
        {
            _names.Remove(connection);
        }
    }

    private sealed record HeldJoin(string Name, string From, string? TicketDigest);
}
