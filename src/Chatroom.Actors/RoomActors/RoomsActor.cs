using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// The rooms of a seed node that has several. It tells a bot that asks to join here which rooms there are. It is at
/// <c>/user/rooms</c>. Rooms run on its own dispatcher.
/// </summary>
internal sealed class RoomsActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IReadOnlyList<(string Name, Func<int, ValueTask<Props?>> Begin)> _rooms;

    public RoomsActor(IReadOnlyList<(string Name, Func<int, ValueTask<Props?>> Begin)> rooms)
    {
        _rooms = rooms;
        var answer = new ChatroomProtocol.TurnedAway(
            RefusalReason.UnknownRoom, $"The rooms there are {ChatText.Named([.. rooms.Select(room => room.Name)])}; please join one of them by its name.");
        Receive<ChatroomProtocol.Join>(_ => Sender.Tell(answer));
        Receive<ChatroomActor.Stop>(TellRooms);
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: it is nothing for the rooms as a whole.", other.GetType().Name, Sender));
    }

    /// <summary>Rooms by their names, each with what <see cref="RoomDoor"/> needs.</summary>
    public static Props Props(IReadOnlyList<(string Name, Func<int, ValueTask<Props?>> Begin)> rooms) => Akka.Actor.Props.Create(() => new RoomsActor(rooms));

    /// <inheritdoc />
    protected override void PreStart()
    {
        foreach (var (name, begin) in _rooms)
        {
            Context.ActorOf(RoomDoor.Props(begin).WithDispatcher(Context.Props.Dispatcher), name);
        }
    }

    private static void TellRooms(object message)
    {
        foreach (var room in Context.GetChildren())
        {
            room.Tell(message);
        }
    }
}
