using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>
/// Stands between a bot and its room, as a connection that can be cut. To the room it is the bot, to the bot the room. What comes while it
/// is cut is lost in both directions, and neither notices. It stops when the bot or the room is gone, so that the other one hears of it.
/// </summary>
internal sealed class BotWire : ReceiveActor
{
    /// <summary>From now on everything is lost.</summary>
    public sealed record Cut;

    /// <summary>From now on nothing is lost.</summary>
    public sealed record Mend;

    private readonly ICanTell _room;
    private IActorRef? _bot;
    private bool _roomKnown;
    private bool _isCut;

    public BotWire(ICanTell room)
    {
        _room = room;
        Receive<Cut>(_ => _isCut = true);
        Receive<Mend>(_ => _isCut = false);
        Receive<Terminated>(_ => Context.Stop(Self));
        Receive<ChatroomProtocol.Join>(FromBot);
        Receive<ChatroomProtocol.Answer>(FromBot);
        Receive<ChatroomProtocol.Bye>(FromBot);
        Receive<ChatroomProtocol.IChatroomMessage>(FromRoom);
    }

    /// <summary>A wire to a room; a bot takes it for the room.</summary>
    /// <param name="room">The room: a selection or a reference.</param>
    public static Props Props(ICanTell room) => Akka.Actor.Props.Create(() => new BotWire(room));

    private void FromBot(ChatroomProtocol.IChatroomMessage message)
    {
        if (_bot is null)
        {
            _bot = Sender;
            Context.Watch(_bot);
        }
        if (!_isCut)
        {
            _room.Tell(message, Self);
        }
    }

    private void FromRoom(ChatroomProtocol.IChatroomMessage message)
    {
        if (!_roomKnown)
        {
            _roomKnown = true;
            Context.Watch(Sender);
        }
        if (!_isCut)
        {
            _bot?.Tell(message, Self);
        }
    }
}
