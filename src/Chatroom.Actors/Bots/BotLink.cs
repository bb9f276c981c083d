using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>
/// Stands between a bot and its room, as a connection that can be cut. To the room it is the bot, to the bot the room. While it is
/// cut, messages are lost in both directions, and neither side notices. It stops when one side is gone, so that the other one hears of it.
/// </summary>
internal sealed class BotLink : ReceiveActor
{
    /// <summary>From now on everything is lost.</summary>
    public sealed record Disconnect;

    /// <summary>From now on nothing is lost.</summary>
    public sealed record Reconnect;

    private readonly ICanTell _address;
    private IActorRef? _bot;
    private IActorRef? _room;
    private bool _isCut;

    public BotLink(ICanTell address)
    {
        _address = address;
        Receive<Disconnect>(_ => _isCut = true);
        Receive<Reconnect>(_ => _isCut = false);
        Receive<Terminated>(_ => Context.Stop(Self));
        Receive<ChatroomProtocol.Join>(FromBot);
        Receive<ChatroomProtocol.Answer>(FromBot);
        Receive<ChatroomProtocol.Bye>(FromBot);
        Receive<ChatroomProtocol.Gone>(FromBot);
        Receive<ChatroomProtocol.IChatroomMessage>(FromRoom);
    }

    /// <summary>A wire to a room; a bot takes it for the room.</summary>
    /// <param name="address">The address to join: a selection or a reference. The actor that answers from there is the room.</param>
    public static Props Props(ICanTell address) => Akka.Actor.Props.Create(() => new BotLink(address));

    private void FromBot(ChatroomProtocol.IChatroomMessage message)
    {
        if (_bot is null)
        {
            _bot = Sender;
            Context.Watch(_bot);
        }
        if (!_isCut)
        {
            (_room ?? _address).Tell(message, Self);
        }
    }

    private void FromRoom(ChatroomProtocol.IChatroomMessage message)
    {
        if (_room is null)
        {
            _room = Sender;
            Context.Watch(_room);
        }
        if (!_isCut)
        {
            _bot?.Tell(message, Self);
        }
    }
}
