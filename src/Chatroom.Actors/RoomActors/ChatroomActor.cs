using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Gives a room a mailbox, a clock and participants: receives, lets <see cref="RoomSession"/> decide, tells everybody what happened.
/// Stops itself when the room has closed. Bots reach it at <c>/user/chatroom</c>.
/// </summary>
internal sealed partial class ChatroomActor : ReceiveActor, IWithTimers
{
    /// <summary>The name of the actor under <c>/user</c>.</summary>
    public const string Name = "chatroom";

    /// <summary>Ends the room at once; sent by its own node only.</summary>
    public sealed record Stop
    {
        public static readonly Stop Instance = new();
    }

    /// <summary>Closes a room that gathers, as its join-timeout does: its own node knows that it will not fill.</summary>
    public sealed record GiveUp
    {
        public static readonly GiveUp Instance = new();
    }

    /// <summary>To itself: a time-out that the rules know.</summary>
    private sealed record TimeIsUp(RoomCommand Command) : IDeadLetterSuppression;

    /// <summary>To itself: whoever has not come back to a room that was resumed comes no more.</summary>
    private sealed record NobodyElseComes : IDeadLetterSuppression;

    /// <summary>A bot, and who hears for it: itself, or the relay of its node.</summary>
    private sealed record Connection(IActorRef Bot, IActorRef Ear);

    private const string TimerKey = "phase";
    private const string StopTimerKey = "stop";
    private const string ReturnTimerKey = "return";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Scenario _scenario;
    private readonly long _seed;
    private readonly IRoomObserver _observer;
    private readonly IReadOnlyList<RoomEvent> _past;
    private readonly RoomSession _session;

    private readonly Audience _audience;

    // Everyone who was not turned away, by path with uid.
    private readonly Dictionary<string, Connection> _connections = new(StringComparer.Ordinal);

    // Those who were turned away and live: a Join that they repeated meanwhile gets the same answer and is no new event.
    private readonly Dictionary<string, ChatroomProtocol.TurnedAway> _turnedAway = new(StringComparer.Ordinal);

    private DateTimeOffset _openedAt;

    public ChatroomActor(Scenario scenario, long seed, IRoomObserver observer, IReadOnlyList<RoomEvent> past)
    {
        _past = past;
        _scenario = scenario;
        _seed = seed;
        _observer = observer;
        _audience = new Audience(scenario.Names);
        _session = new RoomSession(new RoomState(scenario.Room, scenario.Names), round => Host.Suggest(scenario, seed, round, _session!.History));

        Receive<ChatroomProtocol.Join>(OnJoin);
        Receive<ChatroomProtocol.Answer>(OnAnswer);
        Receive<ChatroomProtocol.Bye>(_ => OnBye());
        Receive<Terminated>(OnTerminated);
        Receive<TimeIsUp>(due => Handle(due.Command));
        Receive<NobodyElseComes>(_ => LoseTheAbsent());
        Receive<GiveUp>(_ => Handle(new RoomCommand.JoinTimeout()));
        Receive<Stop>(_ => Handle(new RoomCommand.Stop()));
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: it is no message for a room.", other.GetType().Name, Sender));
    }

    /// <inheritdoc />
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A room for one conversation.</summary>
    /// <param name="scenario">What it is set up with.</param>
    /// <param name="seed">What all chance comes from; the scenario's own seed is not looked at.</param>
    /// <param name="observer">Told of every event before any participant is.</param>
    public static Props Props(Scenario scenario, long seed, IRoomObserver observer) => Props(scenario, seed, observer, []);

    /// <summary>A room that goes on with a conversation; with nothing that happened in it, one from the start.</summary>
    public static Props Props(Scenario scenario, long seed, IRoomObserver observer, IReadOnlyList<RoomEvent> past) =>
        Akka.Actor.Props.Create(() => new ChatroomActor(scenario, seed, observer, past));

    /// <inheritdoc />
    protected override void PreStart()
    {
        _openedAt = Context.System.Scheduler.Now;
        try
        {
            if (_past.Count > 0)
            {
                Resume();
            }
            else
            {
                Handle(new RoomCommand.Open(_scenario.Name, _seed));
            }
        }
        catch (Exception e)
        {
            // Who fails here is stopped without a restart, so PostRestart will not say so.
            _observer.Broke(e);
            throw;
        }
    }

    /// <inheritdoc />
    protected override void PostRestart(Exception reason)
    {
        // What the room knew is gone with the instance that failed.
        _observer.Broke(reason);
        Context.Stop(Self);
    }

    /// <summary>The time in which there was no room does not count; what had a time limit gets it anew.</summary>
    private void Resume()
    {
        var last = _past[^1].T;
        _openedAt -= TimeSpan.FromMilliseconds(last);
        var decided = _session.Resume(_past, last);
        var (state, room) = (_session.State, _session.State.Settings);
        switch (state.Phase)
        {
            case RoomPhase.Gathering:
                StartTimer(new RoomCommand.JoinTimeout(), room.JoinTimeout);
                break;
            case RoomPhase.Talking:
                StartTimer(new RoomCommand.ReplyTimeout(state.Round), room.ReplyTimeout);
                var since = TimeSpan.FromMilliseconds(last - _session.History.OfType<Suggested>().First().T);
                StartStopTimer(room.StopAfter - since);
                break;
            case RoomPhase.Closing:
                StartTimer(new RoomCommand.ClosingTimeout(), room.ClosingTimeout);
                break;
        }
        Timers.StartSingleTimer(ReturnTimerKey, new NobodyElseComes(), room.JoinTimeout);
        Publish(decided);
    }

    private void LoseTheAbsent()
    {
        foreach (var absent in _session.State.Present.Where(here => _session.ConnectionOf(here.Name) is null).ToList())
        {
            Handle(new RoomCommand.Lost(absent.Name));
        }
    }

    private long T => (long)(Context.System.Scheduler.Now - _openedAt).TotalMilliseconds;

    private void OnAnswer(ChatroomProtocol.Answer answer)
    {
        if (NameOfSender() is not { } name)
        {
            return;
        }
        if (_session.State.Find(name) is { } participant && participant.Answered.TryGetValue(answer.Round, out var said))
        {
            Sender.Tell(new ChatroomProtocol.Happened(_session.History[said - 1]));
            return;
        }
        Handle(new RoomCommand.Answer(name, answer.Round, answer.Text));
    }

    private void OnBye()
    {
        if (NameOfSender() is not { } name)
        {
            return;
        }
        if (_session.State.Find(name) is { IsHere: false })
        {
            Sender.Tell(new ChatroomProtocol.Happened(_session.History.Last(happened => happened is Left left && left.Name == name)));
            return;
        }
        Handle(new RoomCommand.Bye(name));
    }

    private void OnTerminated(Terminated dead)
    {
        var connection = dead.ActorRef.Path.ToSerializationFormat();
        _connections.Remove(connection);
        _turnedAway.Remove(connection);
        if (_session.NameOf(connection) is { } name)
        {
            Handle(new RoomCommand.Lost(name));
        }
    }

    private string? NameOfSender()
    {
        var name = _session.NameOf(Sender.Path.ToSerializationFormat());
        if (name is null)
        {
            _log.Debug("Dropped a message from {0}, who has not joined.", Sender);
        }
        return name;
    }

    private void Handle(RoomCommand command)
    {
        Publish(_session.Handle(command, T));
    }

    private void Publish(IReadOnlyList<RoomEvent> events)
    {
        // The timers first: whoever looks on may let virtual time go by at once.
        foreach (var happened in events)
        {
            SetTimer(happened);
        }
        foreach (var happened in events)
        {
            _observer.Happened(happened);
            TellListeners(happened);
        }
        if (events.OfType<RoundClosed>().Any() && _session.State.Phase == RoomPhase.Closing)
        {
            _audience.TellAll(new ChatroomProtocol.Over());
        }
        if (_session.State.Phase == RoomPhase.Closed)
        {
            Context.Stop(Self);
        }
    }

    private void TellListeners(RoomEvent happened)
    {
        _audience.TellAll(new ChatroomProtocol.Happened(happened));
        if (happened is Joined joined && _session.ConnectionOf(joined.Name) is { } connection)
        {
            var (bot, ear) = _connections[connection];
            _audience.Admit(joined.Name, ear);
            bot.Tell(new ChatroomProtocol.Welcome(joined.Name, _seed, joined.N));
            TellMissed(bot, _session.History.Take(joined.N));
        }
        if (happened is Left left)
        {
            _audience.Dismiss(left.Name);
        }
    }

    private void SetTimer(RoomEvent happened)
    {
        var room = _session.State.Settings;
        switch (happened)
        {
            case Opened:
                StartTimer(new RoomCommand.JoinTimeout(), room.JoinTimeout);
                break;
            case Suggested suggested:
                StartTimer(new RoomCommand.ReplyTimeout(suggested.Round), room.ReplyTimeout);
                StartStopTimer(suggested.Round == 1 ? room.StopAfter : null);
                break;
            case RoundClosed when _session.State.Phase == RoomPhase.Closing:
                Timers.Cancel(StopTimerKey);
                StartTimer(new RoomCommand.ClosingTimeout(), room.ClosingTimeout);
                break;
            case Closed:
                Timers.CancelAll();
                break;
        }
    }

    private void StartStopTimer(TimeSpan? after)
    {
        if (after is { } span)
        {
            Timers.StartSingleTimer(StopTimerKey, new TimeIsUp(new RoomCommand.TimeUp()), span > TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(1));
        }
    }

    private void StartTimer(RoomCommand command, TimeSpan after) => Timers.StartSingleTimer(TimerKey, new TimeIsUp(command), after);
}
