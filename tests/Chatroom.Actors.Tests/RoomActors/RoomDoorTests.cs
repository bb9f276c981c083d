using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>Rooms at their addresses, alone and together, from one conversation to the next.</summary>
public sealed class RoomDoorTests : TestKit
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, List<Recorder>> _conversations = new(StringComparer.Ordinal);

    private Func<int, ValueTask<Props?>> Conversations(string name, int count)
    {
        var recorders = _conversations[name] = [.. Enumerable.Range(0, count).Select(_ => new Recorder())];
        return number => new(number > count ? null : ChatroomActor.Props(
            new Scenario("test", [new Persona("Felix", "", "chill", [])], Catalogue.Empty)
            {
                Room = new RoomSettings { Name = name, Next = SuggestionSource.Script },
                Suggestions = [new Suggestion("chill", "party", null, "Party?")],
            },
            seed: number,
            recorders[number - 1]));
    }

    private async Task<TestProbe> Join(IActorRef room)
    {
        var bot = CreateTestProbe();
        room.Tell(new Join("Felix"), bot.Ref);
        await bot.FishForMessageAsync(message => message is Welcome, Limit);
        return bot;
    }

    private async Task Converse(IActorRef room, Recorder recorder)
    {
        var bot = await Join(room);
        var conversation = bot.LastSender;
        conversation.Tell(new Answer(1, "Yes"), bot.Ref);
        conversation.Tell(new Bye(), bot.Ref);
        await recorder.WhenClosed.WaitAsync(Limit);
    }

    [Fact]
    public async Task A_room_opens_as_often_as_it_was_told_to_and_stops()
    {
        var door = Sys.ActorOf(RoomDoor.Props(Conversations("red", 3)));
        await WatchAsync(door);

        foreach (var recorder in _conversations["red"])
        {
            await recorder.When(events => events.Count > 0).WaitAsync(Limit);
            await Converse(door, recorder);
        }

        await ExpectTerminatedAsync(door, Limit);
        Assert.All(_conversations["red"], recorder => Assert.Equal(CloseReason.Completed, Assert.IsType<Closed>(recorder.Events[^1]).Reason));
        Assert.Equal([1, 2, 3], _conversations["red"].Select(recorder => recorder.Events.OfType<Opened>().Single().Seed));
    }

    [Fact]
    public async Task Who_was_in_one_conversation_is_not_taken_into_the_next()
    {
        var door = Sys.ActorOf(RoomDoor.Props(Conversations("red", 2)));
        await _conversations["red"][0].When(events => events.Count > 0).WaitAsync(Limit);
        await Converse(door, _conversations["red"][0]);
        await _conversations["red"][1].When(events => events.Count > 0).WaitAsync(Limit);
        var late = CreateTestProbe();

        door.Tell(new Join("Felix", LastSeen: 4, Ticket: "mine"), late.Ref);

        Assert.Equal(RefusalReason.OtherRoom, (await late.ExpectMsgAsync<TurnedAway>(Limit)).Reason);
    }

    [Fact]
    public async Task Who_joins_while_a_conversation_is_prepared_is_let_in_when_it_begins()
    {
        var isPrepared = new TaskCompletionSource();
        var conversations = Conversations("red", 1);
        var door = Sys.ActorOf(RoomDoor.Props(async number =>
        {
            await isPrepared.Task;
            return await conversations(number);
        }));
        var bot = CreateTestProbe();

        door.Tell(new Join("Felix"), bot.Ref);
        isPrepared.SetResult();

        await bot.FishForMessageAsync(message => message is Welcome, Limit);
    }

    [Fact]
    public async Task A_room_whose_node_ends_does_not_wait_for_a_conversation_that_is_prepared()
    {
        var door = Sys.ActorOf(RoomDoor.Props(_ => new(new TaskCompletionSource<Props?>().Task)));
        await WatchAsync(door);

        Sys.Stop(door);

        await ExpectTerminatedAsync(door, Limit);
    }

    [Fact]
    public async Task A_stop_that_comes_while_a_conversation_is_prepared_closes_it_when_it_begins()
    {
        var isPrepared = new TaskCompletionSource();
        var conversations = Conversations("red", 1);
        var door = Sys.ActorOf(RoomDoor.Props(async number =>
        {
            await isPrepared.Task;
            return await conversations(number);
        }));

        door.Tell(ChatroomActor.Stop.Instance);
        isPrepared.SetResult();

        await _conversations["red"][0].WhenClosed.WaitAsync(Limit);
        Assert.Equal(CloseReason.Stopped, Assert.IsType<Closed>(_conversations["red"][0].Events[^1]).Reason);
    }

    [Fact]
    public async Task Conversations_run_on_the_dispatcher_of_their_door_and_that_on_the_one_of_the_rooms()
    {
        const string own = "akka.actor.default-fork-join-dispatcher";
        var rooms = Sys.ActorOf(RoomsActor.Props([("red", Conversations("red", 1))]).WithDispatcher(own));
        rooms.Tell(new Join("Felix"), TestActor);
        await ExpectMsgAsync<TurnedAway>(Limit); // Now the rooms are there.

        var conversation = (await Join(await Sys.ActorSelection(rooms.Path / "red").ResolveOne(Limit))).LastSender;

        Assert.Equal(own, ((ActorRefWithCell)conversation).Underlying.Props.Dispatcher);
    }

    [Fact]
    public async Task Whoever_speaks_to_a_room_without_joining_is_not_listened_to()
    {
        var door = Sys.ActorOf(RoomDoor.Props(Conversations("red", 1)));

        door.Tell(new Answer(1, "Yes"), CreateTestProbe().Ref);
        await Converse(door, _conversations["red"][0]);

        Assert.Equal("Yes", Assert.Single(_conversations["red"][0].Events.OfType<Said>()).Text);
    }

    [Fact]
    public async Task What_is_said_in_one_room_is_not_heard_in_another()
    {
        var rooms = Sys.ActorOf(RoomsActor.Props([("red", Conversations("red", 1)), ("blue", Conversations("blue", 1))]), RoomPath.Rooms);
        rooms.Tell(new Join("Felix"), TestActor);
        await ExpectMsgAsync<TurnedAway>(Limit); // Now the rooms are there.
        var red = await Sys.ActorSelection(rooms.Path / "red").ResolveOne(Limit);
        var blue = await Sys.ActorSelection(rooms.Path / "blue").ResolveOne(Limit);
        var inBlue = await Join(blue);

        await Converse(red, _conversations["red"][0]);

        Assert.Empty(_conversations["blue"][0].Events.OfType<Said>());
        Assert.Equal("red", _conversations["red"][0].Events.OfType<Opened>().Single().Room);
        inBlue.LastSender.Tell(new Answer(1, "No"), inBlue.Ref);
        await _conversations["blue"][0].When(events => events.OfType<Said>().Any(said => said.Text == "No")).WaitAsync(Limit);
    }

    [Fact]
    public async Task Who_asks_for_no_room_is_told_which_there_are()
    {
        var rooms = Sys.ActorOf(RoomsActor.Props([("red", Conversations("red", 1)), ("blue", Conversations("blue", 1))]));

        rooms.Tell(new Join("Felix"), TestActor);

        Assert.Equal(
            new TurnedAway(RefusalReason.UnknownRoom, "The rooms there are red, blue; please join one of them by its name."),
            await ExpectMsgAsync<TurnedAway>(Limit));
    }

    [Fact]
    public async Task A_stop_reaches_every_room()
    {
        var rooms = Sys.ActorOf(RoomsActor.Props([("red", Conversations("red", 1)), ("blue", Conversations("blue", 1))]));
        foreach (var recorder in _conversations.Values.SelectMany(recorders => recorders))
        {
            await recorder.When(events => events.Count > 0).WaitAsync(Limit);
        }

        rooms.Tell(ChatroomActor.Stop.Instance);

        foreach (var recorder in _conversations.Values.SelectMany(recorders => recorders))
        {
            await recorder.WhenClosed.WaitAsync(Limit);
            Assert.Equal(CloseReason.Stopped, Assert.IsType<Closed>(recorder.Events[^1]).Reason);
        }
    }

    [Theory]
    [InlineData("red", true)]
    [InlineData("Room_1.a-b", true)]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData("*", false)]
    [InlineData("a/b", false)]
    [InlineData("$a", false)]
    [InlineData("ä", false)]
    public void A_room_is_called_what_an_actor_and_a_file_can_be(string name, bool isGood)
    {
        Assert.Equal(isGood, RoomPath.IsName(name));
    }
}
