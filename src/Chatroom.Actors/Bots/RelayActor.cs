using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Hears for all bots of a node what happens in their rooms, so that it goes over the wire once, and hands it on. A bot says which
/// actor its room is when it has met it; before that it gets what comes from the place where it looks for its room.
/// </summary>
internal sealed class RelayActor : ReceiveActor
{
    /// <summary>
    /// Bot to relay: I am here; hand on to me what this room sends. A null room: I have not met it yet, and look for it at this path
    /// (of a selection, without an address; null for anywhere).
    /// </summary>
    public sealed record Listen(IActorRef? Room, string? Path = null)
    {
        /// <inheritdoc />
        public override string ToString() => $"Listen to {Room?.Path.ToStringWithoutAddress() ?? Path ?? "anybody"}";
    }

    /// <summary>Bot to relay, and back: the room is gone, and all that came from it before has been handed on.</summary>
    public sealed record LastWords(Terminated Room)
    {
        /// <inheritdoc />
        public override string ToString() => nameof(LastWords);
    }

    private const string Anywhere = "";

    private readonly Dictionary<IActorRef, IActorRef> _roomOf = [];
    private readonly Dictionary<IActorRef, HashSet<IActorRef>> _botsIn = [];

    // Bots that have not met their room, and where they look for it: with many rooms, handing everything to all of them would be too much.
    private readonly Dictionary<IActorRef, string> _lookingAt = [];
    private readonly Dictionary<string, HashSet<IActorRef>> _lookingFor = new(StringComparer.Ordinal);
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageTrace? _trace = MessageTrace.Of(Context.System);

    public RelayActor()
    {
        Receive<Listen>(listen => OnListen(listen));
        Receive<LastWords>(asked => Sender.Tell(asked));
        Receive<Terminated>(dead => Forget(dead.ActorRef));
        Receive<ChatroomProtocol.Happened>(HandOn);
        Receive<ChatroomProtocol.Over>(HandOn);
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: it is nothing to hand on.", other.GetType().Name, Sender));
    }

    /// <summary>A relay without bots.</summary>
    public static Props Props() => Akka.Actor.Props.Create(() => new RelayActor());

    /// <inheritdoc />
    protected override bool AroundReceive(Receive receive, object message) =>
        base.AroundReceive(_trace?.Before(receive, message, Self, Sender) ?? receive, message);

    private void OnListen(Listen listen)
    {
        Forget(Sender);
        Context.Watch(Sender);
        if (listen.Room is { } room)
        {
            _roomOf[Sender] = room;
            Add(_botsIn, room);
        }
        else
        {
            _lookingAt[Sender] = listen.Path ?? Anywhere;
            Add(_lookingFor, listen.Path ?? Anywhere);
        }
    }

    private void Add<TKey>(Dictionary<TKey, HashSet<IActorRef>> bots, TKey key)
        where TKey : notnull
    {
        if (!bots.TryGetValue(key, out var known))
        {
            bots[key] = known = [];
        }
        known.Add(Sender);
    }

    private static void Remove<TKey>(Dictionary<TKey, HashSet<IActorRef>> bots, TKey key, IActorRef bot)
        where TKey : notnull
    {
        if (bots[key].Remove(bot) && bots[key].Count == 0)
        {
            bots.Remove(key);
        }
    }

    private void Forget(IActorRef bot)
    {
        if (_lookingAt.Remove(bot, out var path))
        {
            Remove(_lookingFor, path, bot);
        }
        if (_roomOf.Remove(bot, out var room))
        {
            Remove(_botsIn, room, bot);
        }
    }

    private void HandOn(object message)
    {
        foreach (var bot in _botsIn.GetValueOrDefault(Sender) ?? [])
        {
            bot.Forward(message);
        }
        if (_lookingFor.Count == 0)
        {
            return;
        }
        // A conversation is below the path of its room, or is the room itself.
        string[] paths = [Anywhere, Sender.Path.ToStringWithoutAddress(), Sender.Path.Parent.ToStringWithoutAddress()];
        foreach (var bot in paths.SelectMany(path => _lookingFor.GetValueOrDefault(path) ?? []))
        {
            bot.Forward(message);
        }
    }
}
