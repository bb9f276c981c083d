using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <summary>
/// Stands at a room's address. It passes bots that join on to the conversation, which answers them itself, and begins another
/// conversation when that one has ended. It stops if there is none to begin. Conversations run on the door's own dispatcher.
/// </summary>
/// <remarks>While a conversation is prepared, no thread is held, and messages wait in the mailbox.</remarks>
internal sealed class RoomDoor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly MessageTrace? _trace = MessageTrace.Of(Context.System);
    private readonly Func<int, ValueTask<Props?>> _begin;
    private IActorRef _conversation = ActorRefs.Nobody;
    private int _number;

    public RoomDoor(Func<int, ValueTask<Props?>> begin)
    {
        _begin = begin;
        Receive<ChatroomProtocol.Join>(join => _conversation.Forward(join));
        Receive<ChatroomActor.Stop>(stop => _conversation.Forward(stop));
        Receive<ChatroomActor.GiveUp>(giveUp => _conversation.Forward(giveUp));
        Receive<ChatroomActor.ProcessEnded>(ended => _conversation.Forward(ended));
        ReceiveAsync<Terminated>(_ => BeginNextAsync());
        ReceiveAny(other => _log.Debug("Dropped {0} from {1}: who comes to a room joins it.", other.GetType().Name, Sender));
    }

    /// <summary>A room for several conversations, one after the other.</summary>
    /// <param name="begin">Prepares a conversation by its number, from 1, and gives its <see cref="ChatroomActor"/>; null if there are no more.</param>
    public static Props Props(Func<int, ValueTask<Props?>> begin) => Akka.Actor.Props.Create(() => new RoomDoor(begin));

    /// <inheritdoc />
    protected override bool AroundReceive(Receive receive, object message) =>
        base.AroundReceive(_trace?.Before(receive, message, Self, Sender) ?? receive, message);

    /// <inheritdoc />
    protected override void PreStart() => RunTask(BeginNextAsync);

    private async Task BeginNextAsync()
    {
        _number++;
        if (await _begin(_number) is not { } next)
        {
            Context.Stop(Self);
            return;
        }
        _conversation = Context.ActorOf(next.WithDispatcher(Context.Props.Dispatcher), _number.ToString(CultureInfo.InvariantCulture));
        Context.Watch(_conversation);
    }
}
