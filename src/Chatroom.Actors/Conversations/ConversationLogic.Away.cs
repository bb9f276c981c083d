namespace Chatroom.Actors;

/// <content>
/// Bots that can't be reached. One that may come back is away: to the rules it is there and silent, until it is back or its patience is
/// over. A round whose time runs out while everybody is away stays open, so that no break ends a conversation before that.
/// </content>
internal sealed partial class ConversationLogic
{
    private static void OnDeath(ConversationDraft draft, ConversationEffects effects, ConversationInput.Death death)
    {
        draft.State = NamelessJoins.Without(draft.State, death.Connection) with { TurnedAway = draft.State.TurnedAway.Remove(death.Connection) };
        if (draft.State.NameOf(death.Connection) is not { } name)
        {
            return;
        }
        if (death.MayLive && draft.State.MayComeBack(name))
        {
            // It is still told everything: its node may hear, although it was taken for dead.
            Await(draft, effects, name);
        }
        else
        {
            Handle(draft, effects, new RoomCommand.Lost(name));
        }
    }

    private static void Await(ConversationDraft draft, ConversationEffects effects, string name)
    {
        draft.State = draft.State.WithAttendance(name, draft.State.AttendanceOf(name) with { IsAway = true });
        effects.SetAwayTimer(name);
    }

    private static void OnTimeLimit(ConversationDraft draft, ConversationEffects effects, RoomCommand limit)
    {
        if (limit is RoomCommand.ReplyTimeout { Round: var round } && IsEverybodyAway(draft.State, round))
        {
            draft.State = draft.State with { OverdueRound = round };
            return;
        }
        if (limit is RoomCommand.ClosingTimeout or RoomCommand.JoinTimeout && Room.Ends(draft.State.Room, limit))
        {
            LoseTheAway(draft, effects);
        }
        Handle(draft, effects, limit);
    }

    private static void OnProcessEnd(ConversationDraft draft, ConversationEffects effects, string name)
    {
        var isAway = draft.State.IsAway(name);
        draft.State = draft.State.WithAttendance(name, draft.State.AttendanceOf(name) with { HasEnded = true });
        // If it is not away, its last words may still be on their way: its connection will tell.
        if (isAway)
        {
            effects.CancelAwayTimer(name);
            Handle(draft, effects, new RoomCommand.Lost(name));
        }
    }

    private static void OnAwayTimeout(ConversationDraft draft, ConversationEffects effects, string name)
    {
        if (draft.State.IsAway(name))
        {
            Handle(draft, effects, new RoomCommand.Lost(name));
        }
    }

    private static void LoseTheAway(ConversationDraft draft, ConversationEffects effects)
    {
        foreach (var away in draft.State.Room.Present.Where(here => IsAwayOrAbsent(draft.State, here)).ToList())
        {
            Handle(draft, effects, new RoomCommand.Lost(away.Name));
        }
    }

    /// <summary>Also those that have not come back to a resumed room are away.</summary>
    private static bool IsEverybodyAway(ConversationState state, int round) => state.Room.RoundOpen && state.Room.Round == round
        && state.Room.Present.Any() && state.Room.Present.All(here => IsAwayOrAbsent(state, here));

    private static bool IsAwayOrAbsent(ConversationState state, Participant here) => state.IsAway(here.Name) || state.ConnectionOf(here.Name) is null;

    /// <summary>Somebody is back after the time of the round: they have that time once more.</summary>
    private static void GoOnWithOverdueRound(ConversationDraft draft, ConversationEffects effects)
    {
        if (draft.State.OverdueRound != 0)
        {
            if (draft.State.Room.RoundOpen && draft.State.Room.Round == draft.State.OverdueRound)
            {
                effects.SetPhaseTimer();
            }
            draft.State = draft.State with { OverdueRound = 0 };
        }
    }

    /// <summary>Notes how long the bot looks for this room when it loses it, and that it is here.</summary>
    private static void Note(ConversationDraft draft, ConversationInput.Join join)
    {
        if (draft.State.NameOf(join.Connection) is { } name)
        {
            draft.State = draft.State.WithAttendance(name, Attendance.Of(join.Patience));
        }
    }
}
