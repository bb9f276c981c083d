using System.Diagnostics;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors;

/// <summary>
/// A room at work, without actor, clock or I/O: decides what follows from each input. Its host writes the events, takes the next
/// state, and does the effects.
/// </summary>
/// <param name="suggest">Makes the suggestion of a round (from 1) from everything that happened.</param>
internal sealed partial class ConversationLogic(Func<int, IReadOnlyList<RoomEvent>, Suggestion> suggest)
{
    /// <summary>What follows from an input.</summary>
    public ConversationStep Decide(ConversationState state, ConversationInput input, DateTimeOffset now)
    {
        var draft = new ConversationDraft(state, now, suggest);
        var effects = new ConversationEffects(draft);
        if (input is ConversationInput.TimeLimit or ConversationInput.GiveUp or ConversationInput.Stop)
        {
            // Nobody waits beyond the end.
            LetInNameless(draft, effects, areDue: true);
        }
        switch (input)
        {
            case ConversationInput.Open open:
                draft.Open(open.Scenario);
                effects.Publish();
                break;
            case ConversationInput.Resume:
                draft.Resume();
                effects.SetTimersAnew();
                effects.Publish();
                break;
            case ConversationInput.Join join:
                OnJoin(draft, effects, join);
                break;
            case ConversationInput.Answer answer:
                OnAnswer(draft, effects, answer);
                break;
            case ConversationInput.Bye bye:
                OnBye(draft, effects, bye);
                break;
            case ConversationInput.Death death:
                OnDeath(draft, effects, death);
                break;
            case ConversationInput.ProcessEnd ended:
                OnProcessEnd(draft, effects, ended.Name);
                break;
            case ConversationInput.AwayTimeout away:
                OnAwayTimeout(draft, effects, away.Name);
                break;
            case ConversationInput.TimeLimit limit:
                OnTimeLimit(draft, effects, limit.Command);
                break;
            case ConversationInput.ReturnTimeout:
                LoseTheAbsent(draft, effects);
                break;
            case ConversationInput.NamesAreDue:
                // What follows comes next.
                break;
            case ConversationInput.GiveUp:
                OnTimeLimit(draft, effects, new RoomCommand.JoinTimeout());
                break;
            case ConversationInput.Stop:
                Handle(draft, effects, new RoomCommand.Stop());
                break;
            default:
                throw new UnreachableException($"A conversation knows no {input.GetType().Name}.");
        }
        LetInNameless(draft, effects, areDue: input is ConversationInput.NamesAreDue);
        return new ConversationStep(draft.State, draft.Events, effects.All);
    }

    private static void Handle(ConversationDraft draft, ConversationEffects effects, RoomCommand command)
    {
        draft.Handle(command);
        effects.Publish();
    }

    private static void OnJoin(ConversationDraft draft, ConversationEffects effects, ConversationInput.Join join)
    {
        var state = draft.State;
        if (state.NameOf(join.Connection) is { } known && state.Room.Find(known) is not { Gone: Leaving.Crashed })
        {
            if (!state.IsAway(known))
            {
                AnswerAgain(state, effects, known, join);
            }
            else if (join.TicketDigest is { } its && state.HolderOf(its) == known)
            {
                TakeBack(draft, effects, known, join);
            }
        }
        else if (state.TurnedAway.TryGetValue(join.Connection, out var answer))
        {
            effects.Tell(join.Connection, answer);
        }
        else if (join.TicketDigest is { } ticket && state.HolderOf(ticket) is { } returning && join.LastSeen <= state.Room.N)
        {
            TakeBack(draft, effects, returning, join);
        }
        else if (NamelessJoins.MustWait(state, join))
        {
            NamelessJoins.Wait(draft, effects, join);
        }
        else
        {
            NamelessJoins.Leave(draft, effects, join);
            effects.Add(new ConversationEffect.Watch(join.Connection, join.Relay));
            LetIn(draft, effects, join);
        }
    }

    private static void LetInNameless(ConversationDraft draft, ConversationEffects effects, bool areDue)
    {
        foreach (var nameless in NamelessJoins.Take(draft, areDue))
        {
            LetIn(draft, effects, nameless);
        }
    }

    private static void LetIn(ConversationDraft draft, ConversationEffects effects, ConversationInput.Join join)
    {
        draft.Join(join.Connection, join.Name, join.From, join.TicketDigest, join.LastSeen);
        Note(draft, join);
        effects.Publish();
        TellTheJoiner(draft, effects, join.Connection);
    }

    /// <summary>A participant that lost its connection has a new one: nothing of the old one counts any more, not even its death.</summary>
    private static void TakeBack(ConversationDraft draft, ConversationEffects effects, string name, ConversationInput.Join join)
    {
        NamelessJoins.Leave(draft, effects, join);
        if (draft.State.ConnectionOf(name) is { } old)
        {
            effects.Add(new ConversationEffect.Unwatch(old));
        }
        if (draft.State.IsAway(name))
        {
            effects.CancelAwayTimer(name);
        }
        effects.Add(new ConversationEffect.Watch(join.Connection, join.Relay));
        draft.Return(join.Connection, name, join.From);
        Note(draft, join);
        effects.Publish();
        GoOnWithOverdueRound(draft, effects);
        if (draft.State.Room.IsHere(name))
        {
            effects.Add(new ConversationEffect.Admit(name, join.Connection));
        }
        AnswerAgain(draft.State, effects, name, join);
    }

    private static void TellTheJoiner(ConversationDraft draft, ConversationEffects effects, string connection)
    {
        if (draft.State.NameOf(connection) is { } name)
        {
            if (draft.State.IsHeld(name))
            {
                effects.Tell(connection, new Queued(name));
            }
        }
        else if (draft.Events.OfType<Refused>().LastOrDefault() is { } refused)
        {
            var answer = new TurnedAway(refused.Reason, refused.Text);
            draft.State = draft.State with { TurnedAway = draft.State.TurnedAway.SetItem(connection, answer) };
            effects.Tell(connection, answer);
        }
    }

    /// <summary>Tells a bot that is in, or waits to be, what it was told before and what it has missed.</summary>
    private static void AnswerAgain(ConversationState state, ConversationEffects effects, string name, ConversationInput.Join join)
    {
        if (state.Room.Find(name) is not { } participant)
        {
            effects.Tell(join.Connection, new Queued(name));
            return;
        }
        effects.TellWelcome(join.Connection, name, participant.Since);
        effects.TellMissed(join.Connection, state.History.Skip(join.LastSeen));
        if (state.Room.Phase == RoomPhase.Closing)
        {
            effects.Tell(join.Connection, new Over());
        }
    }

    private static void OnAnswer(ConversationDraft draft, ConversationEffects effects, ConversationInput.Answer answer)
    {
        var state = draft.State;
        if (state.NameOf(answer.Connection) is not { } name)
        {
            effects.Add(new ConversationEffect.NoteStranger(answer.Connection));
        }
        else if (state.Room.Find(name) is { } participant && participant.Answered.TryGetValue(answer.Round, out var said))
        {
            effects.Tell(answer.Connection, new Happened(state.History[said - 1]));
        }
        else
        {
            if (state.IsAway(name))
            {
                Await(draft, effects, name);
            }
            Handle(draft, effects, new RoomCommand.Answer(name, answer.Round, answer.Text));
        }
    }

    private static void OnBye(ConversationDraft draft, ConversationEffects effects, ConversationInput.Bye bye)
    {
        var state = draft.State;
        if (NamelessJoins.IsWaiting(state, bye.Connection))
        {
            draft.State = NamelessJoins.Without(state, bye.Connection);
        }
        else if (state.NameOf(bye.Connection) is not { } name)
        {
            effects.Add(new ConversationEffect.NoteStranger(bye.Connection));
        }
        else if (state.Room.Find(name) is { IsHere: false })
        {
            effects.Tell(bye.Connection, new Happened(state.History.Last(happened => happened is Left left && left.Name == name)));
        }
        else
        {
            Handle(draft, effects, new RoomCommand.Bye(name));
        }
    }

    private static void LoseTheAbsent(ConversationDraft draft, ConversationEffects effects)
    {
        foreach (var absent in draft.State.Room.Present.Where(here => draft.State.ConnectionOf(here.Name) is null).ToList())
        {
            Handle(draft, effects, new RoomCommand.Lost(absent.Name));
        }
    }
}
