using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>
/// Plays a scenario in one actor system: the real room and the real bots as children of this actor, on its own dispatcher.
/// Time is what the system's scheduler says. The caller gets the outcome as a task.
/// </summary>
internal sealed class LocalStage : ReceiveActor, IWithTimers, IScriptStage
{
    private sealed record Seen(RoomEvent Happened);

    private sealed record SeenBroken(Exception Cause);

    private sealed record SeenSilent(string Name, int Round);

    private sealed record WaitOver(Action Then);

    private readonly ValueList<Persona> _roster;
    private readonly PersonaMind _persona;
    private readonly AskedMinds _minds;
    private readonly Action<string, BotNews> _onNews;
    private readonly TaskCompletionSource<StageOutcome> _outcome;
    private readonly ScriptPlayer _player;
    private readonly IActorRef _room;
    private readonly List<RoomEvent> _events = [];
    private readonly Dictionary<string, IActorRef> _bots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IActorRef> _links = new(StringComparer.Ordinal);

    public LocalStage(Scenario scenario, long seed, AskedMinds minds, Action<string, BotNews> onNews, TaskCompletionSource<StageOutcome> outcome)
    {
        _roster = scenario.Roster;
        MessageTrace.Of(Context.System)?.Name(Self, "script");
        _persona = new PersonaMind(scenario.Roster, scenario.Catalogue);
        _minds = minds;
        _onNews = onNews;
        _outcome = outcome;
        _player = new ScriptPlayer(scenario, this);
        _room = Context.ActorOf(OnSameDispatcher(ChatroomActor.Props(scenario, seed, new Observer(Self))), ChatroomActor.Name);
        Receive<Seen>(seen => OnSeen(seen.Happened));
        Receive<SeenSilent>(silent => _player.Silent(silent.Name, silent.Round));
        Receive<WaitOver>(over => over.Then());
        Receive<SeenBroken>(seen => _outcome.TrySetException(seen.Cause));
    }

    /// <summary>A stage that ends with <paramref name="outcome"/>.</summary>
    /// <param name="scenario">What is played.</param>
    /// <param name="seed">The source of all chance.</param>
    /// <param name="minds">What thinks for bots.</param>
    /// <param name="onNews">Told what each bot is told, with its name; that is empty if it has none.</param>
    /// <param name="outcome">Gets what comes of it.</param>
    public static Props Props(Scenario scenario, long seed, AskedMinds minds, Action<string, BotNews> onNews, TaskCompletionSource<StageOutcome> outcome) =>
        Akka.Actor.Props.Create(() => new LocalStage(scenario, seed, minds, onNews, outcome));

    /// <inheritdoc />
    public ITimerScheduler Timers { get; set; } = null!;

    TimeSpan IScriptStage.Now => Context.System.Scheduler.Now - DateTimeOffset.UnixEpoch;

    void IScriptStage.Join(string name, ScriptedActions driven)
    {
        var room = _room;
        if (driven.HasFlag(ScriptedActions.Connection))
        {
            room = _links[name] = Context.ActorOf(OnSameDispatcher(BotLink.Props(_room)));
        }
        _bots[name] = Start(room, name, driven);
    }

    void IScriptStage.RefusedJoin(string? name) => Start(_room, name, ScriptedActions.None);

    void IScriptStage.Answer(string name, int round, string? text) => _bots.GetValueOrDefault(name)?.Tell(new BotCommand.Answer(round, text));

    void IScriptStage.Leave(string name) => _bots.GetValueOrDefault(name)?.Tell(new BotCommand.Leave());

    // It comes after earlier commands: an answer that waits in the room for its turn was still said.
    void IScriptStage.Crash(string name) => _bots.GetValueOrDefault(name)?.Tell(PoisonPill.Instance);

    void IScriptStage.Disconnect(string name) => _links.GetValueOrDefault(name)?.Tell(new BotLink.Disconnect());

    void IScriptStage.Reconnect(string name) => _links.GetValueOrDefault(name)?.Tell(new BotLink.Reconnect());

    void IScriptStage.Wait(TimeSpan span, Action then) => Timers.StartSingleTimer(new object(), new WaitOver(then), span);

    private static Props OnSameDispatcher(Props props) => props.WithDispatcher(Context.Props.Dispatcher);

    private IActorRef Start(IActorRef room, string? name, ScriptedActions driven)
    {
        IActorRef? bot = null;
        var stage = Self;
        // A bot without a name is there to be refused.
        var mind = name is null ? SilentMind.Instance : _minds.Of(name, () => bot!.Tell(PoisonPill.Instance), round => stage.Tell(new SeenSilent(name, round))) ?? _persona;
        var settings = new BotSettings { Name = name, ScriptedActions = driven, PersonaOf = its => PromptPersona.Among(_roster, its) };
        return bot = Context.ActorOf(OnSameDispatcher(BotActor.Props(room, settings, mind, news => _onNews(name ?? "", news))));
    }

    private void OnSeen(RoomEvent happened)
    {
        _events.Add(happened);
        _player.Happened(happened);
        if (happened is Closed)
        {
            _outcome.TrySetResult(new StageOutcome(_events.ToValueList(), _player.StuckAt));
            Context.Stop(Self);
        }
    }

    private sealed class Observer(IActorRef stage) : IRoomObserver
    {
        public void Happened(RoomEvent happened) => stage.Tell(new Seen(happened));

        public void Broke(Exception cause) => stage.Tell(new SeenBroken(cause));
    }
}

/// <summary>The outcome of a play: the events, and the first step without its effect, from 0; null if the script is through.</summary>
internal sealed record StageOutcome(ValueList<RoomEvent> Events, int? StuckAt);
