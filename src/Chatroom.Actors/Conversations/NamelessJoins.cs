using System.Collections.Immutable;

namespace Chatroom.Actors;

/// <summary>
/// Bots that asked for no name wait a moment while the room gathers, so that names which others ask for go first: docs/protocol.md.
/// They get names when as many of them wait as names are left, and at the latest when the moment is over.
/// </summary>
internal static class NamelessJoins
{
    /// <summary>Runs while a bot without a name waits for one.</summary>
    public const string Timer = "names";

    /// <summary>How long the first of them waits at most: longer than processes that were started together need, one after the other.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>True if the bot has to wait: it takes any name, and the room has one for it.</summary>
    public static bool MustWait(ConversationState state, ConversationInput.Join join) =>
        join is { Name: null, LastSeen: 0 } && state.Room.Phase == RoomPhase.Gathering && NamesLeft(state) > 0;

    /// <summary>Lets a bot wait. If it asks again, also over a new connection, it keeps its place.</summary>
    public static void Wait(ConversationDraft draft, ConversationEffects effects, ConversationInput.Join join)
    {
        var place = draft.State.Nameless.FindIndex(waiting => IsSame(waiting, join));
        if (!IsWaiting(draft.State, join.Connection))
        {
            effects.Add(new ConversationEffect.Watch(join.Connection, join.Relay));
        }
        if (draft.State.Nameless.IsEmpty)
        {
            effects.Add(new ConversationEffect.SetTimer(Timer, new ConversationInput.NamesAreDue(), Moment));
        }
        Leave(draft, effects, join);
        draft.State = draft.State with { Nameless = draft.State.Nameless.Insert(place < 0 ? draft.State.Nameless.Count : place, join) };
        effects.Tell(join.Connection, new ChatroomProtocol.Queued(null));
    }

    /// <summary>The bot that comes in, or back, waits no more, over whatever connection it did.</summary>
    public static void Leave(ConversationDraft draft, ConversationEffects effects, ConversationInput.Join join)
    {
        foreach (var former in draft.State.Nameless.Where(waiting => IsSame(waiting, join) && waiting.Connection != join.Connection))
        {
            effects.Add(new ConversationEffect.Unwatch(former.Connection));
        }
        draft.State = draft.State with { Nameless = draft.State.Nameless.RemoveAll(waiting => IsSame(waiting, join)) };
    }

    public static bool IsWaiting(ConversationState state, string connection) => state.Nameless.Exists(waiting => waiting.Connection == connection);

    /// <summary>The bot behind this connection waits no more.</summary>
    public static ConversationState Without(ConversationState state, string connection) =>
        state with { Nameless = state.Nameless.RemoveAll(waiting => waiting.Connection == connection) };

    /// <summary>Takes those that get a name now, or hear that there is none, in the order in which they came.</summary>
    /// <param name="draft">The conversation.</param>
    /// <param name="areDue">Whether the moment is over.</param>
    public static ImmutableList<ConversationInput.Join> Take(ConversationDraft draft, bool areDue)
    {
        var (state, waiting) = (draft.State, draft.State.Nameless);
        if (waiting.IsEmpty || (!areDue && state.Room.Phase == RoomPhase.Gathering && waiting.Count < NamesLeft(state)))
        {
            return [];
        }
        draft.State = state with { Nameless = [] };
        return waiting;
    }

    private static bool IsSame(ConversationInput.Join waiting, ConversationInput.Join join) =>
        waiting.Connection == join.Connection || (join.TicketDigest is not null && waiting.TicketDigest == join.TicketDigest);

    private static int NamesLeft(ConversationState state) => state.Room.Missing.Count(name => !state.IsHeld(name));
}
