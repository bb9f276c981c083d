namespace Chatroom.Actors;

/// <summary>How events change a room's state; see the other part for how they come about.</summary>
internal static partial class Room
{
    /// <summary>The state after an event.</summary>
    public static RoomState Apply(RoomState state, RoomEvent happened) => happened.Change(state with { N = happened.N });

    internal static RoomState WithReturned(RoomState state, Returned returned) => state with
    {
        Participants = state.Participants.SetItem(returned.Name, state.Participants[returned.Name] with { Since = returned.N, Gone = null }),
    };

    // Bots that said Bye after the last round, or died then, heard it all; a room that lost everybody before did not reach its end.
    internal static RoomState WithRoundClosed(RoomState state, RoundClosed closed)
    {
        var (nobody, last) = (!state.Present.Any(), closed.Round >= state.Settings.Rounds);
        var ending = closed.Stop ?? (nobody ? CloseReason.Abandoned : last ? CloseReason.Completed : (CloseReason?)null);
        return state with { RoundOpen = false, Ending = ending, Phase = ending is null ? RoomPhase.Talking : RoomPhase.Closing };
    }

    internal static RoomState WithJoined(RoomState state, Joined joined)
    {
        state = state with { Participants = state.Participants.SetItem(joined.Name, new Participant(joined.Name, joined.N)) };
        return state.Missing.Any() ? state : state with { Phase = RoomPhase.Talking };
    }

    internal static RoomState WithSaid(RoomState state, Said said)
    {
        var speaker = state.Participants[said.Name];
        return state with
        {
            Stop = state.Stop ?? (state.RoundOpen && EndsIt(state, said.Text) ? CloseReason.TextSaid : null),
            Participants = state.Participants.SetItem(said.Name, speaker with
            {
                Answered = speaker.Answered.SetItem(said.Round, said.N),
                CaughtUpIn = said.Late ? state.Round : speaker.CaughtUpIn,
            }),
        };
    }

    private static bool EndsIt(RoomState state, string said) =>
        state.Settings.StopText is { } text && said.Contains(text, StringComparison.OrdinalIgnoreCase);

    // A bot that goes while the room still gathers frees its name.
    internal static RoomState WithLeft(RoomState state, Left left)
    {
        if (state.Phase == RoomPhase.Gathering)
        {
            return state with { Participants = state.Participants.Remove(left.Name) };
        }
        state = state with { Participants = state.Participants.SetItem(left.Name, state.Participants[left.Name] with { Gone = left.How }) };
        var remain = state.Present.Count();
        return state.RoundOpen && remain > 0 && remain < state.Settings.StopBelow
            ? state with { Stop = state.Stop ?? CloseReason.TooFew }
            : state;
    }
}
