namespace Chatroom.Actors;

/// <summary>
/// The rules of a room, without clock, actor or I/O.
/// <code>
/// Unopened -Open-> Gathering -all joined-> Talking (round 1..R) -last round closed-> Closing -all gone-> Closed
///                                                      Talking -a stop rule-> Closing
///                  Gathering -JoinTimeout-> Closed      Talking -nobody left-> Closed      any -Stop-> Closed
/// </code>
/// </summary>
internal static class Room
{
    /// <summary>What comes of a command: the events, none when it is to be ignored.</summary>
    public static IReadOnlyList<RoomEvent> Decide(RoomState state, RoomCommand command, long t)
    {
        var story = new Story(state, t);
        switch (command)
        {
            case RoomCommand.Open open when state.Phase == RoomPhase.Unopened:
                story.Add((n, at) => new Opened(n, at, state.Settings.Name, open.Scenario, open.Seed, state.Roster, state.Settings.Rounds));
                break;
            case RoomCommand.Join join when state.Phase is not (RoomPhase.Unopened or RoomPhase.Closed):
                DecideJoin(story, join);
                break;
            case RoomCommand.Return back when state.Phase is RoomPhase.Talking or RoomPhase.Closing && state.Find(back.Name) is { Gone: Leaving.Crashed }:
                story.Add((n, at) => new Returned(n, at, back.Name, back.From));
                break;
            case RoomCommand.Resume:
                CloseRoundIfDone(story);
                CloseIfEmpty(story);
                break;
            case RoomCommand.Suggest suggest when state.AwaitsSuggestion:
                story.Add((n, at) => new Suggested(n, at, state.Round + 1, suggest.Suggestion));
                break;
            case RoomCommand.Answer answer:
                DecideAnswer(story, answer);
                break;
            case RoomCommand.Bye bye when state.IsHere(bye.Name):
                DecideGone(story, bye.Name, Leaving.Bye);
                break;
            case RoomCommand.Lost lost when state.IsHere(lost.Name):
                DecideGone(story, lost.Name, Leaving.Crashed);
                break;
            case RoomCommand.JoinTimeout when Ends(state, command):
                DecideEnd(story, CloseReason.JoinTimeout);
                break;
            case RoomCommand.ReplyTimeout when Ends(state, command):
                CloseRound(story, state.Stop);
                break;
            case RoomCommand.TimeUp when Ends(state, command):
                CloseRound(story, CloseReason.TimeUp);
                break;
            case RoomCommand.ClosingTimeout when Ends(state, command):
                DecideEnd(story, state.Ending!.Value);
                break;
            case RoomCommand.Stop when Ends(state, command):
                DecideEnd(story, CloseReason.Stopped);
                break;
        }
        return story.Events;
    }

    /// <summary>True for a time limit, or a stop, that ends the round that is open, or the room, as things are: nobody has a turn to wait for any more.</summary>
    public static bool Ends(RoomState state, RoomCommand command) => command switch
    {
        RoomCommand.JoinTimeout => state.Phase == RoomPhase.Gathering,
        RoomCommand.ReplyTimeout timeout => state.RoundOpen && state.Round == timeout.Round,
        RoomCommand.TimeUp => state.RoundOpen,
        RoomCommand.ClosingTimeout => state.Phase == RoomPhase.Closing,
        RoomCommand.Stop => state.Phase is not (RoomPhase.Unopened or RoomPhase.Closed),
        _ => false,
    };

    /// <summary>True when a room that closes for this reason came to its end as it was told to; nobody stopped it, and nothing was missing.</summary>
    public static bool IsByItsRules(CloseReason reason) =>
        reason is CloseReason.Completed or CloseReason.TextSaid or CloseReason.TimeUp or CloseReason.TooFew;

    /// <summary>The event of a refusal; also for those who know a reason that the state does not show.</summary>
    public static Refused Refuse(RoomState state, string? name, RefusalReason reason, IReadOnlyList<string> free, string from, long t) =>
        new(state.N + 1, t, name, reason, ChatText.Clean(Refusal.Text(state, name, reason, free)), from);

    /// <summary>The state after an event.</summary>
    public static RoomState Apply(RoomState state, RoomEvent happened)
    {
        state = state with { N = happened.N };
        return happened switch
        {
            Opened opened => state with { Phase = RoomPhase.Gathering, Seed = opened.Seed },
            Joined joined => WithJoined(state, joined),
            Returned returned => state with
            {
                Participants = state.Participants.SetItem(
                    returned.Name, state.Participants[returned.Name] with { From = returned.From, Since = returned.N, Gone = null }),
            },
            Suggested suggested => state with { Round = suggested.Round, Suggestion = suggested.Suggestion, RoundOpen = true },
            Said said => WithSaid(state, said),
            Left left => WithLeft(state, left),
            RoundClosed closed => WithRoundClosed(state, closed),
            Closed => state with { Phase = RoomPhase.Closed, RoundOpen = false },
            _ => state,
        };
    }

    private static void DecideJoin(Story story, RoomCommand.Join join)
    {
        var state = story.State;
        var name = join.Name ?? state.Missing.FirstOrDefault();
        if (Refusal.For(state, name) is { } reason)
        {
            story.Add((_, at) => Refuse(story.State, join.Name, reason, [.. story.State.Missing], join.From, at));
            return;
        }
        story.Add((n, at) => new Joined(n, at, name!, join.From) { TicketDigest = join.TicketDigest });
    }

    private static void DecideAnswer(Story story, RoomCommand.Answer answer)
    {
        var state = story.State;
        if (state.Find(answer.Name) is not { IsHere: true } participant || participant.HasAnswered(answer.Round) ||
            answer.Round < 1 || answer.Round > state.Round || IsBlank(answer))
        {
            return;
        }
        var late = !state.RoundOpen || answer.Round < state.Round;
        story.Add((n, at) => new Said(n, at, answer.Round, answer.Name, ChatText.Clean(answer.Text), late));
        CloseRoundIfDone(story);
    }

    /// <summary>True for an answer that says nothing: who gives none but that is silent, as one that gives none at all.</summary>
    public static bool IsBlank(RoomCommand.Answer answer) => string.IsNullOrWhiteSpace(ChatText.Clean(answer.Text));

    private static void DecideGone(Story story, string name, Leaving how)
    {
        story.Add((n, at) => new Left(n, at, name, how));
        CloseRoundIfDone(story);
        CloseIfEmpty(story);
    }

    private static void CloseRoundIfDone(Story story)
    {
        if (story.State.RoundIsDone)
        {
            CloseRound(story, story.State.Stop);
        }
    }

    private static void CloseRound(Story story, CloseReason? stop)
    {
        story.Add((n, at) => new RoundClosed(n, at, story.State.Round, story.State.InRosterOrder
            .Select(participant => new ParticipantVerdict(participant.Name, VerdictOn(participant, story.State.Round)))
            .ToValueList()) { Stop = stop });
        CloseIfEmpty(story);
    }

    private static Verdict VerdictOn(Participant participant, int round) => participant switch
    {
        _ when participant.HasAnswered(round) => Verdict.Answered,
        { Gone: Leaving.Crashed } => Verdict.Crashed,
        { Gone: not null } => Verdict.Left,
        _ when participant.CaughtUpIn == round => Verdict.Late,
        _ => Verdict.Silent,
    };

    private static void CloseIfEmpty(Story story)
    {
        var state = story.State;
        if (state.Phase == RoomPhase.Closing && !state.Present.Any())
        {
            story.Add((n, at) => new Closed(n, at, state.Ending!.Value));
        }
    }

    private static void DecideEnd(Story story, CloseReason reason)
    {
        foreach (var participant in story.State.Present.ToList())
        {
            story.Add((n, at) => new Left(n, at, participant.Name, Leaving.Stopped));
        }
        story.Add((n, at) => new Closed(n, at, reason));
    }

    // Who said Bye after the last round, or died then, heard it all; a room that lost everybody before did not get to its end.
    private static RoomState WithRoundClosed(RoomState state, RoundClosed closed)
    {
        var (nobody, last) = (!state.Present.Any(), closed.Round >= state.Settings.Rounds);
        var ending = closed.Stop ?? (nobody ? CloseReason.Abandoned : last ? CloseReason.Completed : (CloseReason?)null);
        return state with { RoundOpen = false, Ending = ending, Phase = ending is null ? RoomPhase.Talking : RoomPhase.Closing };
    }

    private static RoomState WithJoined(RoomState state, Joined joined)
    {
        state = state with { Participants = state.Participants.SetItem(joined.Name, new Participant(joined.Name, joined.From, joined.N)) };
        return state.Missing.Any() ? state : state with { Phase = RoomPhase.Talking };
    }

    private static RoomState WithSaid(RoomState state, Said said)
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

    // Who goes while the room still gathers frees its name.
    private static RoomState WithLeft(RoomState state, Left left)
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

    /// <summary>Collects events, each decided on the state that those before it left.</summary>
    private sealed class Story(RoomState before, long t)
    {
        private readonly List<RoomEvent> _events = [];

        public RoomState State { get; private set; } = before;

        public IReadOnlyList<RoomEvent> Events => _events;

        public void Add(Func<int, long, RoomEvent> make)
        {
            var happened = make(State.N + 1, t);
            _events.Add(happened);
            State = Apply(State, happened);
        }
    }
}
