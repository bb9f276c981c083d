using System.Diagnostics;

namespace Chatroom.Actors;

/// <summary>
/// The rules of a room, without clock, actor or I/O.
/// <code>
/// Unopened -Open-> Gathering -all joined-> Talking (round 1..R) -last round closed-> Closing -all gone-> Closed
///                                                      Talking -a stop rule-> Closing
///                  Gathering -JoinTimeout-> Closed      Talking -nobody left-> Closed      any -Stop-> Closed
/// </code>
/// </summary>
internal static partial class Room
{
    /// <summary>What follows from a command: the events; none if it is ignored.</summary>
    public static IReadOnlyList<RoomEvent> Decide(RoomState state, RoomCommand command, long t)
    {
        var decision = new Decision(state, t);
        switch (command)
        {
            case RoomCommand.Open open when state.Phase == RoomPhase.Unopened:
                decision.Add((n, at) => new Opened(n, at, state.Settings.Name, open.Scenario, open.Seed, state.Roster, state.Settings.Rounds));
                break;
            case RoomCommand.Join join when state.Phase == RoomPhase.Gathering:
                decision.Add((n, at) => new Joined(n, at, join.Name, join.From) { TicketDigest = join.TicketDigest });
                break;
            case RoomCommand.Return back when state.Phase is RoomPhase.Talking or RoomPhase.Closing && state.Find(back.Name) is { Gone: Leaving.Crashed }:
                decision.Add((n, at) => new Returned(n, at, back.Name, back.From));
                break;
            case RoomCommand.Resume:
                CloseRoundIfDone(decision);
                CloseIfEmpty(decision);
                break;
            case RoomCommand.Suggest suggest when state.AwaitsSuggestion:
                decision.Add((n, at) => new Suggested(n, at, state.Round + 1, suggest.Suggestion));
                break;
            case RoomCommand.Answer answer:
                DecideAnswer(decision, answer);
                break;
            case RoomCommand.Bye bye when state.IsHere(bye.Name):
                DecideGone(decision, bye.Name, Leaving.Bye);
                break;
            case RoomCommand.Lost lost when state.IsHere(lost.Name):
                DecideGone(decision, lost.Name, Leaving.Crashed);
                break;
            case RoomCommand.JoinTimeout when Ends(state, command):
                DecideEnd(decision, CloseReason.JoinTimeout);
                break;
            case RoomCommand.ReplyTimeout when Ends(state, command):
                CloseRound(decision, state.Stop);
                break;
            case RoomCommand.TimeUp when Ends(state, command):
                CloseRound(decision, CloseReason.TimeUp);
                break;
            case RoomCommand.ClosingTimeout when Ends(state, command):
                DecideEnd(decision, state.Ending!.Value);
                break;
            case RoomCommand.Stop when Ends(state, command):
                DecideEnd(decision, CloseReason.Stopped);
                break;
            case RoomCommand.Open or RoomCommand.Join or RoomCommand.Return or RoomCommand.Suggest or RoomCommand.Bye or RoomCommand.Lost:
            case RoomCommand.JoinTimeout or RoomCommand.ReplyTimeout or RoomCommand.TimeUp or RoomCommand.ClosingTimeout or RoomCommand.Stop:
                // In this state, nothing follows from it.
                break;
            default:
                throw new UnreachableException($"The room has no rule for {command.GetType().Name}.");
        }
        return decision.Events;
    }

    /// <summary>True if this timeout or stop ends the round or room, so held commands are released.</summary>
    public static bool Ends(RoomState state, RoomCommand command) => command switch
    {
        RoomCommand.JoinTimeout => state.Phase == RoomPhase.Gathering,
        RoomCommand.ReplyTimeout timeout => state.RoundOpen && state.Round == timeout.Round,
        RoomCommand.TimeUp => state.RoundOpen,
        RoomCommand.ClosingTimeout => state.Phase == RoomPhase.Closing,
        RoomCommand.Stop => state.Phase is not (RoomPhase.Unopened or RoomPhase.Closed),
        RoomCommand.Open or RoomCommand.Join or RoomCommand.Return or RoomCommand.Resume or RoomCommand.Suggest or RoomCommand.OfParticipant => false,
        _ => throw new UnreachableException($"The room has no rule for {command.GetType().Name}."),
    };

    /// <summary>The reason that a room should close with: the expected one, otherwise any by its rules.</summary>
    /// <param name="expected">The reason that it must close with; null if any by its rules will do.</param>
    /// <param name="reason">The reason that it did close with; null if it did not.</param>
    public static CloseReason WantedReason(CloseReason? expected, CloseReason? reason) => expected
        ?? (reason is CloseReason.TextSaid or CloseReason.TimeUp or CloseReason.TooFew ? reason.Value : CloseReason.Completed);

    /// <summary>The event of a refusal, for a reason that the state shows or that its caller knows.</summary>
    public static Refused Refuse(RoomState state, string? name, RefusalReason reason, IReadOnlyList<string> free, string from, long t) =>
        new(state.N + 1, t, name, reason, ChatText.Clean(Refusal.Text(state, name, reason, free)), from);

    private static void DecideAnswer(Decision decision, RoomCommand.Answer answer)
    {
        var state = decision.State;
        if (state.Find(answer.Name) is not { IsHere: true } participant || participant.HasAnswered(answer.Round) ||
            answer.Round < 1 || answer.Round > state.Round || IsBlank(answer))
        {
            return;
        }
        var late = !state.RoundOpen || answer.Round < state.Round;
        decision.Add((n, at) => new Said(n, at, answer.Round, answer.Name, ChatText.Clean(answer.Text), late));
        CloseRoundIfDone(decision);
    }

    /// <summary>True if blank; a bot with only blank answers is silent.</summary>
    public static bool IsBlank(RoomCommand.Answer answer) => string.IsNullOrWhiteSpace(ChatText.Clean(answer.Text));

    private static void DecideGone(Decision decision, string name, Leaving how)
    {
        decision.Add((n, at) => new Left(n, at, name, how));
        CloseRoundIfDone(decision);
        CloseIfEmpty(decision);
    }

    private static void CloseRoundIfDone(Decision decision)
    {
        if (decision.State.RoundIsDone)
        {
            CloseRound(decision, decision.State.Stop);
        }
    }

    private static void CloseRound(Decision decision, CloseReason? stop)
    {
        decision.Add((n, at) => new RoundClosed(n, at, decision.State.Round, decision.State.InRosterOrder
            .Select(participant => new ParticipantVerdict(participant.Name, VerdictOn(participant, decision.State.Round)))
            .ToValueList()) { Stop = stop });
    }

    private static Verdict VerdictOn(Participant participant, int round) => participant switch
    {
        _ when participant.HasAnswered(round) => Verdict.Answered,
        { Gone: Leaving.Crashed } => Verdict.Crashed,
        { Gone: not null } => Verdict.Left,
        _ when participant.CaughtUpIn == round => Verdict.Late,
        _ => Verdict.Silent,
    };

    private static void CloseIfEmpty(Decision decision)
    {
        var state = decision.State;
        if (state.Phase == RoomPhase.Closing && !state.Present.Any())
        {
            decision.Add((n, at) => new Closed(n, at, state.Ending!.Value));
        }
    }

    private static void DecideEnd(Decision decision, CloseReason reason)
    {
        foreach (var participant in decision.State.Present.ToList())
        {
            decision.Add((n, at) => new Left(n, at, participant.Name, Leaving.Stopped));
        }
        decision.Add((n, at) => new Closed(n, at, reason));
    }

    /// <summary>Collects events, each decided on the state after the ones before it.</summary>
    private sealed class Decision(RoomState before, long t)
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
