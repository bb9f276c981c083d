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
public sealed class BotActor : ReceiveActor, IWithTimers
{
    private sealed record SayAgain(string What) : IDeadLetterSuppression;

    private sealed record OutOfPatience : IDeadLetterSuppression;

    /// <summary>What the mind came up with; a null text for silence.</summary>
    private sealed record Thought(int Round, string? Text) : IDeadLetterSuppression;

    /// <summary>A thought whose think time is over.</summary>
    private sealed record ThoughtOver(Thought Thought) : IDeadLetterSuppression;

    private const string JoinTimer = "join";
    private const string PatienceTimer = "patience";
    private const string AnswerTimer = "answer";
    private const string ByeTimer = "bye";
    private const string ThinkTimer = "think";

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ICanTell _target;
    private readonly BotSettings _settings;
    private readonly IMind _mind;
    private readonly Action<BotNews> _news;
    private readonly CancellationTokenSource _stopping = new();

    private IActorRef? _room;
    private ChatroomProtocol.Welcome? _welcome;
    private int _lastSeen;
    private int _askedSince = -1;
    private bool _over;
    private bool _leaving;

    // The round that is open, the last one that was let go by, and what was said of late but not yet heard back.
    private Suggested? _open;
    private Suggested? _missed;
    private ChatroomProtocol.Answer? _unheard;
    private BotCommand.Answer? _told;

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
        Receive<ChatroomProtocol.Queued>(_ => MeetTheRoom());
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

    private void SayJoin() => _target.Tell(new ChatroomProtocol.Join(_welcome?.Name ?? _settings.Name, _lastSeen), Self);

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
        if (happened.N <= _lastSeen)
        {
            return;
        }
        if (happened.N > _lastSeen + 1)
        {
            // Something was lost on the way. What comes now comes again, in order; one request for it is enough.
            if (_askedSince != _lastSeen)
            {
                _askedSince = _lastSeen;
                SayJoin();
            }
            return;
        }
        _lastSeen = happened.N;
        _news(new BotNews.Heard(happened));
        switch (happened)
        {
            case Suggested suggested:
                OnSuggested(suggested);
                break;
            case Said said when said.Name == _welcome!.Name && said.Round == _unheard?.Round:
                _unheard = null;
                Timers.Cancel(AnswerTimer);
                break;
            case RoundClosed closed when closed.Round == _open?.Round:
                OnRoundClosed();
                break;
            case Left left when left.Name == _welcome!.Name && left.N > _welcome.JoinedAt:
                End(new BotNews.Ended(left.How));
                break;
            case Closed:
                End(new BotNews.Ended(null));
                break;
        }
    }

    private void OnSuggested(Suggested suggested)
    {
        _open = suggested;
        if (!_settings.Driven.HasFlag(Driven.Answers))
        {
            Think(suggested);
        }
        else if (_told is { } told)
        {
            _told = null;
            Answer(suggested, told.Text);
        }
    }

    private void OnRoundClosed()
    {
        if (_unheard is null)
        {
            _missed = _open;
        }
        _open = null;
    }

    private void OnToldToAnswer(BotCommand.Answer told)
    {
        if (told.Late ? _missed is null : _open is null)
        {
            _told = told;
        }
        else
        {
            Answer(told.Late ? _missed! : _open!, told.Text);
        }
    }

    private void Answer(Suggested suggested, string? text)
    {
        if (text is null)
        {
            Think(suggested);
        }
        else
        {
            Say(new Thought(suggested.Round, text));
        }
    }

    private void Think(Suggested suggested)
    {
        var prompt = new Prompt(_welcome!.Seed, _welcome.Name, suggested.Round, suggested.Suggestion);
        Task<string?> reply;
        try
        {
            reply = _mind.ReplyAsync(prompt, _stopping.Token);
        }
#pragma warning disable CA1031 // A mind is somebody else's code: whatever it throws is its silence, not the end of the bot.
        catch (Exception e)
#pragma warning restore CA1031
        {
            reply = Task.FromException<string?>(e);
        }
        if (reply.IsCompletedSuccessfully)
        {
            OnThought(new Thought(suggested.Round, reply.Result));
            return;
        }
        reply.PipeTo(Self, Self, text => new Thought(suggested.Round, text), e =>
        {
            _log.Warning("{0} could not think of an answer: {1}", prompt.Name, e.Message);
            return new Thought(suggested.Round, null);
        });
    }

    private void OnThought(Thought thought)
    {
        if (_settings.ThinkTime > TimeSpan.Zero)
        {
            Timers.StartSingleTimer(ThinkTimer, new ThoughtOver(thought), _settings.ThinkTime);
        }
        else
        {
            Say(thought);
        }
    }

    private void Say(Thought thought)
    {
        if (string.IsNullOrWhiteSpace(thought.Text))
        {
            return;
        }
        _unheard = new ChatroomProtocol.Answer(thought.Round, Line.Clean(thought.Text));
        Timers.StartPeriodicTimer(AnswerTimer, new SayAgain(AnswerTimer), _settings.RepeatEvery);
        _room!.Tell(_unheard);
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
        if (!_leaving)
        {
            _leaving = true;
            Timers.StartPeriodicTimer(ByeTimer, new SayAgain(ByeTimer), _settings.RepeatEvery);
            _room?.Tell(new ChatroomProtocol.Bye());
        }
    }

    private void OnSayAgain(SayAgain again)
    {
        switch (again.What)
        {
            case JoinTimer:
                SayJoin();
                break;
            case AnswerTimer when _unheard is { } answer:
                _room!.Tell(answer);
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
