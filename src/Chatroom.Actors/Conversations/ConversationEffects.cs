using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors;

/// <summary>Collects the effects of a step, and says what follows from its events: timers, messages, listeners, and the end.</summary>
/// <param name="draft">The source of the events.</param>
internal sealed class ConversationEffects(ConversationDraft draft)
{
    /// <summary>Runs while the phase, or the round, has a time limit.</summary>
    public const string PhaseTimer = "phase";

    /// <summary>Runs from the first suggestion if the conversation as a whole has a time limit.</summary>
    public const string StopTimer = "stop";

    /// <summary>Runs while a resumed room waits for the bots that were in it.</summary>
    public const string ReturnTimer = "return";

    private readonly List<ConversationEffect> _all = [];
    private RoomState _published = draft.State.Room;

    public IReadOnlyList<ConversationEffect> All => _all;

    private RoomState Room => draft.State.Room;

    public void Add(ConversationEffect effect) => _all.Add(effect);

    public void Tell(string connection, IChatroomMessage message) => Add(new ConversationEffect.Tell(connection, message));

    /// <summary>Tells one bot that it is in.</summary>
    public void TellWelcome(string connection, string name, int since) => Tell(connection, new Welcome(name, draft.State.Seed, since, draft.RoundTime));

    /// <summary>Tells one bot events that it has not seen.</summary>
    public void TellMissed(string connection, IEnumerable<RoomEvent> events)
    {
        foreach (var missed in WireEvents.InBatches(events))
        {
            Tell(connection, missed);
        }
    }

    /// <summary>Says what follows from the events since the last time.</summary>
    public void Publish()
    {
        var events = draft.Events.Where(happened => happened.N > _published.N).ToList();
        // The timers first: an observer may let virtual time go by at once.
        SetTimers(_published);
        _published = Room;
        foreach (var happened in events)
        {
            Add(new ConversationEffect.Publish(happened));
            ChangeListeners(happened);
        }
        if (Room.Phase == RoomPhase.Closing && events.OfType<RoundClosed>().Any())
        {
            Add(new ConversationEffect.TellAll(new Over()));
        }
        if (Room.Phase == RoomPhase.Closed)
        {
            Add(new ConversationEffect.Stop());
        }
    }

    /// <summary>Sets the time limits of a resumed room anew.</summary>
    public void SetTimersAnew()
    {
        SetPhaseTimer();
        if (Room.Phase == RoomPhase.Talking)
        {
            var (first, last) = (draft.State.History.First(happened => happened is Suggested), draft.State.History[^1]);
            SetStopTimer(Room.Settings.StopAfter - TimeSpan.FromMilliseconds(last.T - first.T));
        }
        Add(new ConversationEffect.SetTimer(ReturnTimer, new ConversationInput.ReturnTimeout(), Room.Settings.JoinTimeout));
    }

    /// <summary>Sets the time until which a bot that is away is awaited.</summary>
    public void SetAwayTimer(string name) => Add(new ConversationEffect.SetTimer(
        AwayTimerOf(name), new ConversationInput.AwayTimeout(name), AtLeastSoon(draft.State.AttendanceOf(name).Patience)));

    public void CancelAwayTimer(string name) => Add(new ConversationEffect.CancelTimer(AwayTimerOf(name)));

    /// <summary>A time limit begins with a phase or a round.</summary>
    private void SetTimers(RoomState before)
    {
        if (Room.Phase == before.Phase && Room.Round == before.Round)
        {
            return;
        }
        if (Room.Phase == RoomPhase.Closed)
        {
            Add(new ConversationEffect.CancelTimers());
            return;
        }
        if (Room.Phase == RoomPhase.Closing)
        {
            Add(new ConversationEffect.CancelTimer(StopTimer));
        }
        SetPhaseTimer();
        if (Room.Phase == RoomPhase.Talking && before.Round == 0)
        {
            SetStopTimer(Room.Settings.StopAfter);
        }
    }

    /// <summary>Sets the time limit of the phase, or of the round.</summary>
    public void SetPhaseTimer()
    {
        if (Room.Phase == RoomPhase.Talking)
        {
            draft.BeginRoundTime();
        }
        (RoomCommand Command, TimeSpan After)? limit = Room.Phase switch
        {
            RoomPhase.Gathering => (new RoomCommand.JoinTimeout(), Room.Settings.JoinTimeout),
            RoomPhase.Talking => (new RoomCommand.ReplyTimeout(Room.Round), Room.Settings.ReplyTimeout),
            RoomPhase.Closing => (new RoomCommand.ClosingTimeout(), Room.Settings.ClosingTimeout),
            _ => null,
        };
        if (limit is var (command, after))
        {
            Add(new ConversationEffect.SetTimer(PhaseTimer, new ConversationInput.TimeLimit(command), after));
        }
    }

    private void SetStopTimer(TimeSpan? after)
    {
        if (after is { } span)
        {
            Add(new ConversationEffect.SetTimer(StopTimer, new ConversationInput.TimeLimit(new RoomCommand.TimeUp()), AtLeastSoon(span)));
        }
    }

    private static string AwayTimerOf(string name) => $"away {name}";

    // A timer can't be set to a time that has passed.
    private static TimeSpan AtLeastSoon(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(1);

    // The listeners change only when a bot comes or goes.
    private void ChangeListeners(RoomEvent happened)
    {
        // A bot that goes before the room was full has no connection any more, and is told nothing.
        if (happened is Joined joined && draft.State.ConnectionOf(joined.Name) is { } connection)
        {
            Add(new ConversationEffect.Admit(joined.Name, connection));
            TellWelcome(connection, joined.Name, joined.N);
            TellMissed(connection, draft.State.History.Take(joined.N));
        }
        else if (happened is Left left)
        {
            Add(new ConversationEffect.Dismiss(left.Name));
        }
    }
}
