using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Stands at a room's address: lets bots in to the conversation that is on, which answers them itself from then on, and begins
/// another one when it has ended. Stops when there is none to begin.
/// </summary>
internal sealed class RoomDoor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Func<int, Props?> _begin;
    private IActorRef _conversation = ActorRefs.Nobody;
    private int _number;

    public RoomDoor(Func<int, Props?> begin)
    {
        _begin = begin;
        Receive<ChatroomProtocol.Join>(join => _conversation.Forward(join));
        Receive<ChatroomActor.Stop>(stop => _conversation.Forward(stop));
        Receive<ChatroomActor.GiveUp>(giveUp => _conversation.Forward(giveUp));
        Receive<Terminated>(_ => BeginNext());
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: who comes to a room joins it.", other.GetType().Name, Sender));
    }

    /// <summary>A room for conversations one after the other.</summary>
    /// <param name="begin">Given the number of a conversation, from 1, gives the <see cref="ChatroomActor"/> for it; null when it was the last one.</param>
    public static Props Props(Func<int, Props?> begin) => Akka.Actor.Props.Create(() => new RoomDoor(begin));

    /// <inheritdoc />
    protected override void PreStart() => BeginNext();

    private void BeginNext()
    {
        _number++;
        if (_begin(_number) is not { } next)
        {
            Context.Stop(Self);
            return;
        }
        _conversation = Context.ActorOf(next, _number.ToString(CultureInfo.InvariantCulture));
        Context.Watch(_conversation);
    }
}
