using System.Collections.Immutable;

namespace Chatroom.Actors;

/// <summary>
/// The next state of a conversation while it is decided, and the events that lead to it. Lets <see cref="Room"/> decide on each
/// command; with order = roster, when the command has its turn. Nothing of it counts before the events are written.
/// </summary>
/// <param name="before">The state so far.</param>
/// <param name="now">The time of all that is decided.</param>
/// <param name="suggest">Makes the suggestion of a round (from 1) from everything that happened.</param>
internal sealed class ConversationDraft(ConversationState before, DateTimeOffset now, Func<int, IReadOnlyList<RoomEvent>, Suggestion> suggest)
{
    private readonly List<RoomEvent> _events = [];

    public ConversationState State { get; set; } = before;

    /// <summary>What was decided, in order.</summary>
    public IReadOnlyList<RoomEvent> Events => _events;

    /// <summary>How long the room waits for answers, as it tells a bot now.</summary>
    public ChatroomProtocol.RoundTime RoundTime => new(
        Room.Settings.ReplyTimeout, Room.Round, Room.RoundOpen && State.RoundEnds > now ? State.RoundEnds - now : TimeSpan.Zero);

    private RoomState Room => State.Room;

    private long T => (long)(now - State.OpenedAt).TotalMilliseconds;

    public void Open(string scenario)
    {
        State = State with { OpenedAt = now };
        Handle(new RoomCommand.Open(scenario, State.Seed));
    }

    /// <summary>Continues a conversation at the end of what has happened in it; the time without a room does not count.</summary>
    public void Resume()
    {
        State = State with { OpenedAt = now - TimeSpan.FromMilliseconds(State.History[^1].T) };
        Decide(new RoomCommand.Resume());
    }

    /// <summary>The time of the open round begins now, at first or once more.</summary>
    public void BeginRoundTime() => State = State with { RoundEnds = now + Room.Settings.ReplyTimeout };

    /// <summary>An unknown bot asks to come in. Its connection must not have a name yet.</summary>
    public void Join(string connection, string? wanted, string from, string? ticketDigest = null, int lastSeen = 0)
    {
        if (Room.Phase is RoomPhase.Unopened or RoomPhase.Closed)
        {
            return;
        }
        wanted = wanted is null ? null : Refusal.Spelled(Room, ChatText.Clean(wanted));
        // The first missing name is never held: that bot would be in.
        var name = wanted ?? Room.Missing.FirstOrDefault();
        var reason = lastSeen > Room.N || (lastSeen > 0 && !State.Knows(ticketDigest)) ? RefusalReason.OtherRoom
            : Refusal.For(Room, name) ?? (State.IsHeld(name!) ? RefusalReason.NameTaken : null);
        if (reason is { } refused)
        {
            Append(Actors.Room.Refuse(Room, wanted, refused, [.. Room.Missing.Where(free => !State.IsHeld(free))], from, T));
            return;
        }
        var next = State.WithConnection(connection, name!).WithTicket(name!, ticketDigest);
        State = next with { HeldJoins = next.HeldJoins.SetItem(name!, new RoomCommand.Join(name!, from, ticketDigest)) };
        Release(all: Room.Settings.Order == SpeakingOrder.Arrival);
    }

    /// <summary>A bot that is known by its ticket has a new connection: nobody speaks for it over the old one any more.</summary>
    public void Return(string connection, string name, string from)
    {
        State = State.WithConnection(connection, name);
        SetHeld(name, HeldOf(name).RemoveAll(command => command is RoomCommand.Lost));
        Decide(new RoomCommand.Return(name, from));
    }

    /// <summary>Any other command, and what it sets free.</summary>
    public void Handle(RoomCommand command)
    {
        switch (command)
        {
            case RoomCommand.OfParticipant theirs when State.HeldJoins.ContainsKey(theirs.Name):
                // It goes before it came in, so it counts as if it had never come.
                if (theirs is not RoomCommand.Answer)
                {
                    State = State.WithoutConnection(theirs.Name) with { HeldJoins = State.HeldJoins.Remove(theirs.Name) };
                }
                break;
            case RoomCommand.OfParticipant theirs when WaitsForTurn(theirs):
                Hold(theirs);
                Release(all: Room.RoundOpen && Room.Settings.Quorum is not null && Room.IsQuorum(Room.Answers + State.HeldAnswers));
                break;
            case var end when Actors.Room.Ends(Room, end):
                Release(all: true);
                Decide(command);
                break;
            default:
                Decide(command);
                break;
        }
    }

    private bool WaitsForTurn(RoomCommand.OfParticipant command) =>
        Room.Settings.Order == SpeakingOrder.Roster && Room.Phase != RoomPhase.Gathering &&
        (command is not RoomCommand.Answer answer || (Room.RoundOpen && answer.Round == Room.Round && !Actors.Room.IsBlank(answer)));

    private void Hold(RoomCommand.OfParticipant command)
    {
        var held = HeldOf(command.Name);
        if (Room.IsHere(command.Name) && !held.Exists(earlier => earlier is RoomCommand.Bye || earlier.GetType() == command.GetType()))
        {
            SetHeld(command.Name, held.Add(command));
        }
    }

    private ImmutableList<RoomCommand.OfParticipant> HeldOf(string name) => State.Held.GetValueOrDefault(name) ?? [];

    private void SetHeld(string name, ImmutableList<RoomCommand.OfParticipant> commands) =>
        State = State with { Held = commands.IsEmpty ? State.Held.Remove(name) : State.Held.SetItem(name, commands) };

    /// <summary>Releases everything that has its turn, in the roster's order, until nothing more has; or everything, turn or not.</summary>
    private void Release(bool all)
    {
        while (TakeNext(all) is { } command)
        {
            Decide(command);
        }
    }

    private RoomCommand? TakeNext(bool all)
    {
        if (State.Held.IsEmpty && State.HeldJoins.IsEmpty)
        {
            return null;
        }
        foreach (var name in Room.Roster)
        {
            if (State.HeldJoins.TryGetValue(name, out var join))
            {
                State = State with { HeldJoins = State.HeldJoins.Remove(name) };
                return join;
            }
            if (HeldOf(name) is [var command, ..] held)
            {
                SetHeld(name, held.RemoveAt(0));
                return command;
            }
            if (!all && !Room.IsDone(name))
            {
                return null;
            }
        }
        return null;
    }

    private void Decide(RoomCommand command)
    {
        foreach (var happened in Actors.Room.Decide(Room, command, T))
        {
            Append(happened);
        }
        if (Room.AwaitsSuggestion)
        {
            Decide(new RoomCommand.Suggest(suggest(Room.Round + 1, State.History)));
        }
    }

    private void Append(RoomEvent happened)
    {
        State = State.Apply(happened);
        _events.Add(happened);
    }
}
