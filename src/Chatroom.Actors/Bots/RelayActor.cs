using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Hears for all bots of a node what happens in their rooms, so that it goes over the wire once, and hands it on. Who a bot's
/// room is, the bot says when it has met it; before that it gets everything, and takes only what comes from its room.
/// </summary>
internal sealed class RelayActor : ReceiveActor
{
    /// <summary>Bot to relay: I am here; hand on to me what this room sends. A null room: I have not met it yet.</summary>
    public sealed record Listen(IActorRef? Room);

    private readonly Dictionary<IActorRef, IActorRef?> _roomOf = [];
    private readonly Dictionary<IActorRef, HashSet<IActorRef>> _botsIn = [];
    private readonly HashSet<IActorRef> _undecided = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public RelayActor()
    {
        Receive<Listen>(listen => OnListen(listen.Room));
        Receive<Terminated>(dead => Forget(dead.ActorRef));
        Receive<ChatroomProtocol.Happened>(HandOn);
        Receive<ChatroomProtocol.Over>(HandOn);
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: it is nothing to hand on.", other.GetType().Name, Sender));
    }

    /// <summary>A relay without bots.</summary>
    public static Props Props() => Akka.Actor.Props.Create(() => new RelayActor());

    private void OnListen(IActorRef? room)
    {
        Forget(Sender);
        Context.Watch(Sender);
        _roomOf[Sender] = room;
        if (room is null)
        {
            _undecided.Add(Sender);
        }
        else if (_botsIn.TryGetValue(room, out var bots))
        {
            bots.Add(Sender);
        }
        else
        {
            _botsIn[room] = [Sender];
        }
    }

    private void Forget(IActorRef bot)
    {
        _undecided.Remove(bot);
        if (_roomOf.Remove(bot, out var room) && room is not null && _botsIn[room].Remove(bot) && _botsIn[room].Count == 0)
        {
            _botsIn.Remove(room);
        }
    }

    private void HandOn(object message)
    {
        foreach (var bot in _botsIn.GetValueOrDefault(Sender) ?? [])
        {
            bot.Forward(message);
        }
        foreach (var bot in _undecided)
        {
            bot.Forward(message);
        }
    }
}
