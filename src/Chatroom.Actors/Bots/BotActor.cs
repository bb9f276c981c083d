using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// A participant: joins a room, answers each suggestion with what its mind says, and says Bye when it is over. It says everything
/// again until the room shows that it heard, and stops itself when its part has ended.
/// <code>
/// joining -Welcome-> taking part -Over or Leave-> saying Bye -its own Left-> stopped
/// </code>
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "PostStop disposes of what it owns, at the end of an actor's life.")]
public sealed partial class BotActor : ReceiveActor, IWithTimers
{
    private sealed record SayAgain(string What) : IDeadLetterSuppression;

    private sealed record OutOfPatience : IDeadLetterSuppression;

    private const string JoinTimer = "join";
    private const string PatienceTimer = "patience";
    private const string AnswerTimer = "answer";
    private const string ByeTimer = "bye";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ICanTell _target;
    private readonly BotSettings _settings;
    private readonly IMind _mind;
    private readonly Action<BotNews> _news;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HeardEvents _heard = new();
    private readonly OwnAnswers _answers = new();

    private IActorRef? _room;
    private ChatroomProtocol.Welcome? _welcome;
    private bool _over;
    private bool _leaving;

    /// <summary>Made by <see cref="Props"/>.</summary>
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
        Receive<ChatroomProtocol.Welcome>(OnWelcome);
        Receive<ChatroomProtocol.Queued>(_ => OnQueued());
        Receive<ChatroomProtocol.TurnedAway>(OnTurnedAway);
        Receive<ChatroomProtocol.Happened>(heard => OnHappened(heard.Event), _ => _welcome is not null);
        Receive<ChatroomProtocol.Over>(_ => OnOver());
        Receive<BotCommand.Answer>(OnToldToAnswer);
        Receive<BotCommand.Leave>(_ => SayBye());
        Receive<Thought>(OnThought);
        Receive<ThoughtOver>(over => Say(over.Thought));
        Receive<SayAgain>(OnSayAgain);
        Receive<OutOfPatience>(_ => End(new BotNews.NobodyThere()));
        Receive<Terminated>(_ => End(_over || _leaving ? new BotNews.Ended(null) : new BotNews.RoomLost()));
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}.", other.GetType().Name, Sender));
    }

    /// <inheritdoc />
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A bot that joins as soon as it starts.</summary>
    /// <param name="target">The room: a selection of <c>ADDRESS/user/chatroom</c>, or a reference.</param>
    /// <param name="settings">How it behaves.</param>
    /// <param name="mind">What it thinks with.</param>
    /// <param name="news">Told what happens to it, from the actor's own thread; must not block.</param>
    /// <returns>What an actor system starts it with.</returns>
    public static Props Props(ICanTell target, BotSettings settings, IMind mind, Action<BotNews> news) =>
        Akka.Actor.Props.Create(() => new BotActor(target, settings, mind, news));

    /// <inheritdoc />
    protected override void PreStart()
    {
        // Always the timer first: whoever hears a word from here may let virtual time go by at once.
        Timers.StartPeriodicTimer(JoinTimer, new SayAgain(JoinTimer), _settings.RepeatEvery);
        Timers.StartSingleTimer(PatienceTimer, new OutOfPatience(), _settings.PatienceToJoin);
        SayJoin();
    }

    /// <inheritdoc />
    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <inheritdoc />
    protected override void PostRestart(Exception reason)
    {
        // It has forgotten what it said; the room takes it for crashed.
        Context.Stop(Self);
    }

    private void SayJoin() => _target.Tell(new ChatroomProtocol.Join(_welcome?.Name ?? _settings.Name, _heard.Last), Self);

    private void OnWelcome(ChatroomProtocol.Welcome welcome)
    {
        MeetTheRoom();
        if (_welcome is not null)
        {
            return;
        }
        _welcome = welcome;
        Timers.StartPeriodicTimer(JoinTimer, new SayAgain(JoinTimer), _settings.CheckEvery);
        _news(new BotNews.Welcomed(welcome.Name, welcome.Seed));
        if (_leaving)
        {
            _room!.Tell(new ChatroomProtocol.Bye());
        }
    }

    private void OnQueued()
    {
        MeetTheRoom();
        if (_leaving)
        {
            LeaveTheQueue();
        }
    }

    private void MeetTheRoom()
    {
        Timers.Cancel(PatienceTimer);
        if (_room is null)
        {
            _room = Sender;
            Context.Watch(_room);
        }
    }

    private void OnTurnedAway(ChatroomProtocol.TurnedAway away)
    {
        if (_welcome is null)
        {
            End(new BotNews.TurnedAway(away.Reason, away.Text));
        }
    }

    private void OnHappened(RoomEvent happened)
    {
        switch (_heard.Take(happened.N))
        {
            case HeardEvents.Step.AskForMissing:
                SayJoin();
                break;
            case HeardEvents.Step.Next:
                _news(new BotNews.Heard(happened));
                _mind.Inform(happened);
                React(happened);
                break;
        }
    }

    private void React(RoomEvent happened)
    {
        switch (happened)
        {
            case Suggested suggested:
                OnSuggested(suggested);
                break;
            case Said said when said.Name == _welcome!.Name:
                _answers.Hear(said.Round);
                if (_answers.AllHeard)
                {
                    Timers.Cancel(AnswerTimer);
                }
                break;
            case Left left when left.Name == _welcome!.Name && left.N > _welcome.JoinedAt:
                End(new BotNews.Ended(left.How));
                break;
            case Closed:
                End(new BotNews.Ended(null));
                break;
        }
    }

    private void OnOver()
    {
        _over = true;
        if (!_settings.Driven.HasFlag(Driven.Leaves))
        {
            SayBye();
        }
    }

    private void SayBye()
    {
        if (_leaving)
        {
            return;
        }
        _leaving = true;
        if (_room is not null && _welcome is null)
        {
            LeaveTheQueue();
            return;
        }
        Timers.StartPeriodicTimer(ByeTimer, new SayAgain(ByeTimer), _settings.RepeatEvery);
        _room?.Tell(new ChatroomProtocol.Bye());
    }

    /// <summary>The room notes nothing of who goes before it came in, so there is no acknowledgement to wait for.</summary>
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
                SayJoin();
                break;
            case AnswerTimer:
                foreach (var answer in _answers.Unheard)
                {
                    _room!.Tell(answer);
                }
                break;
            case ByeTimer:
                _room?.Tell(new ChatroomProtocol.Bye());
                break;
        }
    }

    private void End(BotNews ending)
    {
        _news(ending);
        Context.Stop(Self);
    }
}
