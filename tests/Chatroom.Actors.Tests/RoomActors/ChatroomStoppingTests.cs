using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How the room ends when nobody comes, when it is stopped, and when it breaks.</summary>
public sealed class ChatroomStoppingTests : ChatroomActorTest
{
    [Fact]
    public async Task Nobody_comes_and_the_room_closes_at_the_join_timeout()
    {
        var room = Room(new RoomSettings { JoinTimeout = TimeSpan.FromSeconds(5) }, "Felix");
        Watch(room);
        await _recorder.When(events => events.OfType<Opened>().Any()).WaitAsync(Limit);

        Time.Advance(TimeSpan.FromSeconds(5));

        await ExpectTerminatedAsync(room, Limit);
        Assert.Equal(new Closed(2, 5000, CloseReason.JoinTimeout), _recorder.Events[^1]);
    }

    [Fact]
    public async Task Its_own_node_can_stop_it()
    {
        var room = Room(null, "Felix", "Rateb");
        var felix = await Join(room, "Felix");

        room.Tell(ChatroomActor.Stop.Instance);

        Assert.Equal(Leaving.Stopped, (await Expect<Left>(felix)).How);
        await _recorder.WhenClosed.WaitAsync(Limit);
        Assert.Equal(CloseReason.Stopped, Assert.IsType<Closed>(_recorder.Events[^1]).Reason);
    }

    [Fact]
    public async Task A_room_that_breaks_says_so_and_stops()
    {
        var observer = new ThrowingObserver(typeof(Joined));
        var scenario = ScenarioFolder.Load("original");
        var room = Sys.ActorOf(ChatroomActor.Props(scenario, 1, observer));
        Watch(room);

        room.Tell(new Join("Felix"), CreateTestProbe().Ref);

        await ExpectTerminatedAsync(room, Limit);
        Assert.Equal("no disk", (await observer.WhenBroken.WaitAsync(Limit)).Message);
    }

    [Fact]
    public async Task A_room_that_breaks_when_it_opens_says_so_too()
    {
        var observer = new ThrowingObserver(typeof(Opened));

        Sys.ActorOf(ChatroomActor.Props(ScenarioFolder.Load("original"), 1, observer));

        Assert.Equal("no disk", (await observer.WhenBroken.WaitAsync(Limit)).Message);
    }

    private sealed class ThrowingObserver(Type at) : IRoomObserver
    {
        private readonly TaskCompletionSource<Exception> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception> WhenBroken => _broken.Task;

        public void Happened(RoomEvent happened)
        {
            if (happened.GetType() == at)
            {
                throw new IOException("no disk");
            }
        }

        public void Broke(Exception cause) => _broken.TrySetResult(cause);
    }
}
