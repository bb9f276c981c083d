using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// A participant: joins a room, answers each suggestion with what its mind says, and says Bye when the conversation is over. It repeats
/// everything until the room shows that it heard, and stops itself when its part has ended.
/// <code>
/// joining -Welcome-> taking part -Over or Leave-> saying Bye -its own Left-> stopped
/// </code>
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "PostStop disposes of what it owns, at the end of an actor's life.")]
public sealed partial class BotActor : ReceiveActor, IWithTimers
{
    private sealed record SayAgain(string What) : IDeadLetterSuppression
    {
        public override string ToString() => $"SayAgain {What}";
    }

    private sealed record OutOfPatience : IDeadLetterSuppression;

    private const string JoinTimer = "join";
    private const string PatienceTimer = "patience";
    private const string AnswerTimer = "answer";
    private const string ByeTimer = "bye";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageTrace? _trace = MessageTrace.Of(Context.System);
    private readonly ICanTell _target;
    private readonly BotSettings _settings;
    private readonly IMind _mind;
    private readonly Action<BotNews> _news;
    private readonly CancellationTokenSource _stopping = new();
    private readonly BotMemory _memory;
    private readonly string? _relay;

    private IActorRef? _room;
    private bool _isIn;

    /// <summary>Made by <see cref="Props(ICanTell, BotSettings, IMind, Action{BotNews})"/>.</summary>
    /// <param name="target">The room: a selection of <c>ADDRESS/user/chatroom</c>, or a reference.</param>
    /// <param name="settings">How it behaves.</param>
    /// <param name="mind">What it thinks with.</param>
    /// <param name="news">Told what happens to it, from the actor's own thread; must not block.</param>
    public BotActor(ICanTell target, BotSettings settings, IMind mind, Action<BotNews> news)
    {
        _target = target;
        _settings = settings;
        _mind = mind;
        _news = news;
        _memory = settings.Memory ?? new BotMemory();
        _relay = settings.Relay?.Path.ToSerializationFormatWithAddress(((ExtendedActorSystem)Context.System).Provider.DefaultAddress);
        if ((_memory.Welcome?.Name ?? (settings.Name is { } wanted ? $"{wanted}?" : null)) is { } name)
        {
            _trace?.Name(Self, name);
        }
        Receive<ChatroomProtocol.Welcome>(OnWelcome);
        Receive<ChatroomProtocol.Queued>(_ => OnQueued());
        Receive<ChatroomProtocol.TurnedAway>(OnTurnedAway);
        Receive<ChatroomProtocol.Happened>(heard => OnHappened(heard.Event), _ => IsFromTheRoom);
        Receive<ChatroomProtocol.Missed>(OnMissed, _ => IsFromTheRoom);
        Receive<ChatroomProtocol.Over>(_ => OnOver(), _ => IsFromTheRoom);
        Receive<BotCommand.Answer>(OnToldToAnswer);
        Receive<BotCommand.Leave>(_ => SayBye());
        Receive<BotCommand.Crash>(_ => Crash());
        Receive<Thought>(OnThought);
        Receive<ThoughtOver>(over => Say(over.Thought));
        Receive<SayAgain>(OnSayAgain);
        Receive<OutOfPatience>(_ => OnOutOfPatience());
        Receive<Terminated>(OnTerminated);
        Receive<RelayActor.LastWords>(words => OnRoomGone(words.Room));
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}.", other.GetType().Name, Sender));
    }

    /// <inheritdoc />
    public ITimerScheduler Timers { get; set; } = null!;

    private static DateTimeOffset Now => Context.System.Scheduler.Now;

    /// <summary>A bot that joins as soon as it starts.</summary>
    /// <param name="target">The room: a selection of <c>ADDRESS/user/chatroom</c>, or a reference.</param>
    /// <param name="settings">How it behaves.</param>
    /// <param name="mind">What it thinks with.</param>
    /// <param name="news">Told what happens to it, from the actor's own thread; must not block.</param>
    /// <returns>What an actor system starts it with.</returns>
    public static Props Props(ICanTell target, BotSettings settings, IMind mind, Action<BotNews> news) =>
        Props(target, settings, mind, news, new BotMemory());

    /// <summary>A bot that goes on with what another one remembered.</summary>
    internal static Props Props(ICanTell target, BotSettings settings, IMind mind, Action<BotNews> news, BotMemory memory)
    {
        var remembering = settings with { Memory = memory };
        return Akka.Actor.Props.Create(() => new BotActor(target, remembering, mind, news));
    }

    /// <inheritdoc />
    protected override bool AroundReceive(Receive receive, object message) =>
        base.AroundReceive(_trace?.Before(receive, message, Self, Sender) ?? receive, message);

    /// <inheritdoc />
    protected override void PreStart()
    {
        // Always the timer first: a receiver of the message may let virtual time go by at once.
        Timers.StartPeriodicTimer(JoinTimer, new SayAgain(JoinTimer), _settings.RepeatEvery);
        Timers.StartSingleTimer(PatienceTimer, new OutOfPatience(), _settings.PatienceToJoin);
        _settings.Relay?.Tell(new RelayActor.Listen(null, (_target as ActorSelection)?.PathString));
        SayJoin();
    }

    /// <inheritdoc />
    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _settings.OnStopped?.Invoke();
    }

    /// <inheritdoc />
    protected override void PostRestart(Exception reason)
    {
        // It has forgotten what it said; to the room it has crashed.
        Context.Stop(Self);
    }

    private void OnTerminated(Terminated room)
    {
        if (_settings.Relay is { } relay)
        {
            // The last messages of the room, for example the bot's own Left, may not have come through the relay yet.
            relay.Tell(new RelayActor.LastWords(room));
        }
        else
        {
            OnRoomGone(room);
        }
    }

    // A room that stops in order has closed; a room whose node is gone may come back. A node that was started again does not know the
    // actor of the old room.
    private void OnRoomGone(Terminated room)
    {
        if (room.ActorRef.Equals(_room))
        {
            var inOrder = (_memory.IsOver || _memory.IsLeaving) && room is { AddressTerminated: false, ExistenceConfirmed: true };
            End(inOrder ? new BotNews.Ended(null) : new BotNews.RoomLost());
        }
    }

    private void OnOver()
    {
        _memory.IsOver = true;
        if (!_settings.ScriptedActions.HasFlag(ScriptedActions.Leaves))
        {
            SayBye();
        }
    }

    private void Crash()
    {
        _room?.Tell(new ChatroomProtocol.Gone());
        Context.Stop(Self);
    }

    private void SayBye()
    {
        if (_memory.IsLeaving)
        {
            return;
        }
        _memory.IsLeaving = true;
        if (_room is not null && !_isIn)
        {
            LeaveTheQueue();
            return;
        }
        Timers.StartPeriodicTimer(ByeTimer, new SayAgain(ByeTimer), _settings.RepeatEvery);
        _room?.Tell(new ChatroomProtocol.Bye());
    }

    /// <summary>The room notes nothing about a bot that goes before it came in, so there is no acknowledgement to wait for.</summary>
    private void LeaveTheQueue()
    {
        _room!.Tell(new ChatroomProtocol.Bye());
        End(new BotNews.Ended(null));
    }

    private void OnSayAgain(SayAgain again)
    {
        switch (again.What)
        {
            case JoinTimer:
                CheckIfQuiet();
                break;
            case AnswerTimer:
                SayAnswers();
                break;
            case ByeTimer:
                _room?.Tell(new ChatroomProtocol.Bye());
                break;
        }
    }

    private void End(BotNews ending)
    {
        TellTooLate(ending);
        _news(ending);
        Context.Stop(Self);
    }
}
