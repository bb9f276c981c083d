using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Gives a room a mailbox, a clock and participants: receives, lets <see cref="ConversationLogic"/> decide, and does the effects.
/// Stops itself when the room has closed. Bots reach it at <c>/user/chatroom</c>.
/// </summary>
public sealed class ChatroomActor : ReceiveActor, IWithTimers
{
    /// <summary>The name of the actor under <c>/user</c>.</summary>
    public const string Name = "chatroom";

    /// <summary>Ends the room at once; sent by its own node only.</summary>
    internal sealed record Stop
    {
        /// <summary>The message.</summary>
        public static readonly Stop Instance = new();
    }

    /// <summary>Closes a room that gathers, as its join-timeout does: its own node knows that it will not fill.</summary>
    internal sealed record GiveUp
    {
        public static readonly GiveUp Instance = new();
    }

    /// <summary>The process of a bot has ended, so the room need not wait for it; sent by its own node only.</summary>
    internal sealed record ProcessEnded(string Bot)
    {
        /// <inheritdoc />
        public override string ToString() => $"ProcessEnded {Bot}";
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageTrace? _trace = MessageTrace.Of(Context.System);
    private readonly string _scenario;
    private readonly IReadOnlyList<RoomEvent> _past;
    private readonly IRoomObserver _observer;
    private readonly ConversationLogic _logic;
    private readonly EffectExecutor _executor;
    private ConversationState _state;

    /// <summary>Made by <see cref="Props(Scenario, long, IRoomObserver)"/>.</summary>
    public ChatroomActor(Scenario scenario, long seed, IRoomObserver observer, IReadOnlyList<RoomEvent> past, TimeProvider? awake)
    {
        _scenario = scenario.Name;
        _past = past;
        _observer = observer;
        _logic = new ConversationLogic((round, history) => Host.Suggest(scenario, seed, round, history));
        _state = new ConversationState(new RoomState(scenario.Room, scenario.Names) { NamesAsTyped = scenario.NamesAsTyped }, seed);
        _executor = new EffectExecutor(Context, this, observer, scenario.Names, awake);

        Receive<ChatroomProtocol.Join>(OnJoin);
        Receive<ChatroomProtocol.Answer>(answer => Handle(new ConversationInput.Answer(EffectExecutor.KeyOf(Sender), answer.Round, answer.Text)));
        Receive<ChatroomProtocol.Bye>(_ => Handle(new ConversationInput.Bye(EffectExecutor.KeyOf(Sender))));
        Receive<ChatroomProtocol.Gone>(_ => Handle(new ConversationInput.Death(EffectExecutor.KeyOf(Sender))));
        Receive<Terminated>(OnTerminated);
        Receive<EffectExecutor.Due>(OnDue);
        Receive<ProcessEnded>(ended => Handle(new ConversationInput.ProcessEnd(ended.Bot)));
        Receive<GiveUp>(_ => Handle(new ConversationInput.GiveUp()));
        Receive<Stop>(_ => Handle(new ConversationInput.Stop()));
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: it is no message for a room.", other.GetType().Name, Sender));
    }

    /// <inheritdoc />
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A room for one conversation, in an actor system with the settings of <see cref="NodeConfig.Seed"/>.</summary>
    /// <param name="scenario">The setup of the conversation.</param>
    /// <param name="seed">The source of all chance; the scenario's own seed is ignored.</param>
    /// <param name="observer">Told of every event before any participant is.</param>
    public static Props Props(Scenario scenario, long seed, IRoomObserver observer)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(observer);
        return Props(scenario, seed, observer, []);
    }

    /// <summary>A room that continues a conversation; if nothing has happened in it, one from the start.</summary>
    /// <param name="scenario">The setup of the conversation.</param>
    /// <param name="seed">The source of all chance; the scenario's own seed is ignored.</param>
    /// <param name="observer">Told of every event before any participant is.</param>
    /// <param name="past">What has happened.</param>
    /// <param name="awake">The time in which the process ran; null if it is never stopped.</param>
    internal static Props Props(Scenario scenario, long seed, IRoomObserver observer, IReadOnlyList<RoomEvent> past, TimeProvider? awake = null) =>
        Akka.Actor.Props.Create(() => new ChatroomActor(scenario, seed, observer, past, awake));

    /// <inheritdoc />
    protected override bool AroundReceive(Receive receive, object message) =>
        base.AroundReceive(_trace?.Before(receive, message, Self, Sender) ?? receive, message);

    /// <inheritdoc />
    protected override void PreStart()
    {
        try
        {
            _state = _past.Aggregate(_state, (state, happened) => state.Apply(happened));
            Handle(_past.Count == 0 ? new ConversationInput.Open(_scenario) : new ConversationInput.Resume());
        }
        catch (Exception e)
        {
            // An actor that fails here is stopped without a restart, so PostRestart will not say so.
            _observer.Broke(e);
            throw;
        }
    }

    /// <inheritdoc />
    protected override void PostRestart(Exception reason)
    {
        // The instance that failed took the room's knowledge with it.
        _observer.Broke(reason);
        Context.Stop(Self);
    }

    private void OnJoin(ChatroomProtocol.Join join)
    {
        if (!Sender.IsNobody() && !Sender.Equals(Context.System.DeadLetters))
        {
            Handle(new ConversationInput.Join(
                EffectExecutor.KeyOf(Sender), join.Name, From(Sender), join.LastSeen, Ticket.DigestOf(join.Ticket), join.Relay, join.Patience));
        }
    }

    private void OnTerminated(Terminated dead)
    {
        _executor.Forget(dead.ActorRef);
        // Akka.NET takes a node for dead that can't be reached, and a bot whose node it can't ask.
        Handle(new ConversationInput.Death(EffectExecutor.KeyOf(dead.ActorRef), MayLive: dead.AddressTerminated || !dead.ExistenceConfirmed));
    }

    private void OnDue(EffectExecutor.Due due)
    {
        if (!_executor.RunsOn(due))
        {
            Handle(due.Input);
        }
    }

    private void Handle(ConversationInput input)
    {
        var step = _logic.Decide(_state, input, Context.System.Scheduler.Now);
        _state = step.Next;
        foreach (var effect in step.Effects)
        {
            _executor.Do(effect);
        }
    }

    private static string From(IActorRef bot) => bot.Path.Address is { Host: { } host } address
        ? string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}")
        : "local";
}
