using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

public sealed class RelayActorTests : TestKit
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly Happened Event = new(new Left(4, 9, "Felix", Leaving.Bye));

    private readonly IActorRef _relay;
    private readonly TestProbe _room;
    private readonly TestProbe _other;

    public RelayActorTests()
    {
        _relay = Sys.ActorOf(RelayActor.Props());
        _room = CreateTestProbe();
        _other = CreateTestProbe();
    }

    private TestProbe Bot(IActorRef? room)
    {
        var bot = CreateTestProbe();
        _relay.Tell(new RelayActor.Listen(null), bot.Ref);
        if (room is not null)
        {
            _relay.Tell(new RelayActor.Listen(room), bot.Ref);
        }
        return bot;
    }

    private IActorRef Named(string path) => ((ExtendedActorSystem)Sys).Provider.ResolveActorRef($"akka://{Sys.Name}{path}");

    [Fact]
    public async Task What_a_room_sends_goes_to_every_bot_in_it_as_from_the_room()
    {
        var bots = new[] { Bot(_room.Ref), Bot(_room.Ref) };

        _relay.Tell(Event, _room.Ref);

        foreach (var bot in bots)
        {
            Assert.Equal(Event, await bot.ExpectMsgAsync<Happened>(Limit));
            Assert.Equal(_room.Ref, bot.LastSender);
        }
    }

    [Fact]
    public async Task A_bot_that_has_not_met_its_room_gets_everything()
    {
        var bot = Bot(null);

        _relay.Tell(Event, _other.Ref);

        await bot.ExpectMsgAsync<Happened>(Limit);
    }

    [Fact]
    public async Task A_bot_that_looks_for_its_room_gets_what_comes_from_where_it_looks()
    {
        var bot = CreateTestProbe();
        _relay.Tell(new RelayActor.Listen(null, "/user/rooms/red"), bot.Ref);

        _relay.Tell(new Happened(new Left(3, 9, "Felix", Leaving.Bye)), Named("/user/rooms/blue/1"));
        _relay.Tell(Event, Named("/user/rooms/red/1"));
        _relay.Tell(new Over(), Named("/user/rooms/red"));

        Assert.Equal(Event, await bot.ExpectMsgAsync<Happened>(Limit));
        await bot.ExpectMsgAsync<Over>(Limit);
    }

    [Fact]
    public async Task Who_asks_for_the_last_words_of_a_room_has_heard_them()
    {
        var bot = Bot(_room.Ref);
        var asked = new RelayActor.LastWords(new Terminated(_room.Ref, true, false));

        _relay.Tell(Event, _room.Ref);
        _relay.Tell(asked, bot.Ref);

        await bot.ExpectMsgAsync<Happened>(Limit);
        Assert.Equal(asked, await bot.ExpectMsgAsync<RelayActor.LastWords>(Limit));
    }

    [Fact]
    public async Task What_another_room_sends_does_not_come()
    {
        var bot = Bot(_room.Ref);

        _relay.Tell(Event, _other.Ref);
        _relay.Tell(new Over(), _room.Ref);

        await bot.ExpectMsgAsync<Over>(Limit);
    }
}
