using System.Diagnostics;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors;

/// <summary>Collects the effects of a step, and says what follows from its events: timers, who is told, who listens, and the end.</summary>
/// <param name="draft">Where the events come from.</param>
internal sealed class ConversationEffects(ConversationDraft draft)
{
    /// <summary>Runs while the phase, or the round, has a time limit.</summary>
    public const string PhaseTimer = "phase";

    /// <summary>Runs from the first suggestion if the conversation as a whole has a time limit.</summary>
    public const string StopTimer = "stop";

    /// <summary>Runs while a room that was resumed waits for those who were in it.</summary>
    public const string ReturnTimer = "return";

    private readonly List<ConversationEffect> _all = [];
    private int _published;

    public IReadOnlyList<ConversationEffect> All => _all;

    private RoomState Room => draft.State.Room;

    public void Add(ConversationEffect effect) => _all.Add(effect);

    public void Tell(string connection, IChatroomMessage message) => Add(new ConversationEffect.Tell(connection, message));

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
        var events = draft.Events.Skip(_published).ToList();
        _published = draft.Events.Count;
        Publish(events);
    }

    /// <summary>Says what follows from events that led to the state as it is.</summary>
    public void Publish(IReadOnlyList<RoomEvent> events)
    {
        // The timers first: whoever looks on may let virtual time go by at once.
        foreach (var happened in events)
        {
            SetTimer(happened);
        }
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

    /// <summary>For a room that was resumed: what had a time limit gets it anew.</summary>
    public void SetTimersAnew()
    {
        switch (Room.Phase)
        {
            case RoomPhase.Gathering:
                SetPhaseTimer(new RoomCommand.JoinTimeout(), Room.Settings.JoinTimeout);
                break;
            case RoomPhase.Talking:
                SetPhaseTimer(new RoomCommand.ReplyTimeout(Room.Round), Room.Settings.ReplyTimeout);
                var (first, last) = (draft.State.History.First(happened => happened is Suggested), draft.State.History[^1]);
                SetStopTimer(Room.Settings.StopAfter - TimeSpan.FromMilliseconds(last.T - first.T));
                break;
            case RoomPhase.Closing:
                SetPhaseTimer(new RoomCommand.ClosingTimeout(), Room.Settings.ClosingTimeout);
                break;
        }
        Add(new ConversationEffect.SetTimer(ReturnTimer, new ConversationInput.ReturnTimeout(), Room.Settings.JoinTimeout));
    }

    private void SetTimer(RoomEvent happened)
    {
        switch (happened)
        {
            case Opened:
                SetPhaseTimer(new RoomCommand.JoinTimeout(), Room.Settings.JoinTimeout);
                break;
            case Suggested suggested:
                SetPhaseTimer(new RoomCommand.ReplyTimeout(suggested.Round), Room.Settings.ReplyTimeout);
                SetStopTimer(suggested.Round == 1 ? Room.Settings.StopAfter : null);
                break;
            case RoundClosed when Room.Phase == RoomPhase.Closing:
                Add(new ConversationEffect.CancelTimer(StopTimer));
                SetPhaseTimer(new RoomCommand.ClosingTimeout(), Room.Settings.ClosingTimeout);
                break;
            case Closed:
                Add(new ConversationEffect.CancelTimers());
                break;
            case Joined or Returned or Refused or Said or Left or RoundClosed:
                break;
            default:
                throw new UnreachableException($"It is not said what time limit {happened.GetType().Name} sets.");
        }
    }

    private void SetPhaseTimer(RoomCommand command, TimeSpan after) =>
        Add(new ConversationEffect.SetTimer(PhaseTimer, new ConversationInput.TimeLimit(command), after));

    private void SetStopTimer(TimeSpan? after)
    {
        if (after is { } span)
        {
            // A timer takes no time that has passed already.
            var left = span > TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(1);
            Add(new ConversationEffect.SetTimer(StopTimer, new ConversationInput.TimeLimit(new RoomCommand.TimeUp()), left));
        }
    }

    private void ChangeListeners(RoomEvent happened)
    {
        switch (happened)
        {
            // Who goes before the room was full has no connection any more, and is told nothing.
            case Joined joined when draft.State.ConnectionOf(joined.Name) is { } connection:
                Add(new ConversationEffect.Admit(joined.Name, connection));
                Tell(connection, new Welcome(joined.Name, draft.State.Seed, joined.N));
                TellMissed(connection, draft.State.History.Take(joined.N));
                break;
            case Left left:
                Add(new ConversationEffect.Dismiss(left.Name));
                break;
            case Opened or Joined or Returned or Refused or Suggested or Said or RoundClosed or Closed:
                break;
            default:
                throw new UnreachableException($"It is not said who listens after {happened.GetType().Name}.");
        }
    }
}
