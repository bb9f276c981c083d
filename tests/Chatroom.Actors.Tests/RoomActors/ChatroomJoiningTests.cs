using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What the room says to who wants to come in.</summary>
public sealed class ChatroomJoiningTests : ChatroomActorTest
{
    [Fact]
    public async Task A_joiner_is_welcomed_and_hears_all_that_was_before()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Rateb"), bot.Ref);

        Assert.Equal(new Welcome("Rateb", 7, 3, new RoundTime(ReplyTimeout, 1, ReplyTimeout)), await bot.ExpectMsgAsync<Welcome>(Limit));
        Assert.Equal([1, 2, 3], (await bot.ExpectMsgAsync<Missed>(Limit)).Events.Select(before => before.N));
        Assert.Equal(4, (await bot.ExpectMsgAsync<Happened>(Limit)).Event.N);
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_and_not_listened_to()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Felix"), bot.Ref);
        Assert.Equal(RefusalReason.NameTaken, (await bot.ExpectMsgAsync<TurnedAway>(Limit)).Reason);

        room.Tell(new Bye(), bot.Ref);
        await Join(room, "Rateb");
        Assert.DoesNotContain(_recorder.Events, happened => happened is Left);
    }

    [Fact]
    public async Task A_join_that_comes_again_is_answered_as_the_first()
    {
        var room = Room(null, "Felix", "Rateb");
        var bot = await Join(room, "Felix");
        await Expect<Joined>(bot);

        room.Tell(new Join("Felix", LastSeen: 1), bot.Ref);

        Assert.Equal(new Welcome("Felix", 7, 2, new RoundTime(ReplyTimeout, 0, TimeSpan.Zero)), await bot.ExpectMsgAsync<Welcome>(Limit));
        Assert.Equal(2, Assert.Single((await bot.ExpectMsgAsync<Missed>(Limit)).Events).N);
        Assert.Equal(2, _recorder.Events.Count);
    }

    [Fact]
    public async Task Who_was_refused_and_asks_again_is_answered_as_before_and_noted_once()
    {
        var room = Room(null, "Felix", "Rateb");
        await Join(room, "Felix");
        var bot = CreateTestProbe();

        room.Tell(new Join("Felix"), bot.Ref);
        room.Tell(new Join("Felix"), bot.Ref);

        Assert.Equal(await bot.ExpectMsgAsync<TurnedAway>(Limit), await bot.ExpectMsgAsync<TurnedAway>(Limit));
        Assert.Single(_recorder.Events.OfType<Refused>());
    }

    [Fact]
    public async Task Who_has_no_wish_is_told_its_name()
    {
        var room = Room(null, "Felix", "Rateb");
        var bot = CreateTestProbe();

        room.Tell(new Join(null), bot.Ref);
        await bot.ExpectMsgAsync<Queued>(Limit);
        Time.Advance(NamelessJoins.Moment);

        Assert.Equal("Felix", (await bot.ExpectMsgAsync<Welcome>(Limit)).Name);
    }

    [Fact]
    public async Task Who_has_no_wish_leaves_the_names_that_others_wish_for()
    {
        var room = Room(null, "Felix", "Rateb");
        var (any, felix) = (CreateTestProbe(), CreateTestProbe());

        room.Tell(new Join(null), any.Ref);
        room.Tell(new Join("Felix"), felix.Ref);

        Assert.Equal("Felix", (await felix.ExpectMsgAsync<Welcome>(Limit)).Name);
        await any.ExpectMsgAsync<Queued>(Limit);
        Assert.Equal("Rateb", (await any.ExpectMsgAsync<Welcome>(Limit)).Name);
    }

    [Fact]
    public async Task Who_waits_for_its_turn_is_told_so()
    {
        var room = Room(new RoomSettings { Order = SpeakingOrder.Roster }, "Felix", "Rateb");
        var bot = CreateTestProbe();

        room.Tell(new Join("Rateb"), bot.Ref);

        Assert.Equal(new Queued("Rateb"), await bot.ExpectMsgAsync<Queued>(Limit));

        room.Tell(new Join("Rateb"), bot.Ref);
        Assert.Equal(new Queued("Rateb"), await bot.ExpectMsgAsync<Queued>(Limit));
    }

    [Fact]
    public async Task Two_that_take_a_name_from_each_other_while_one_of_them_waits_for_another_do_not_break_the_room()
    {
        var room = Room(null, "Felix", "Rateb", "Marija");
        var (first, second) = (CreateTestProbe(), CreateTestProbe());
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        room.Tell(new Join(null), second.Ref);
        await second.ExpectMsgAsync<Queued>(Limit);
        room.Tell(new Join(null, Ticket: "secret"), second.Ref);
        room.Tell(new Join(null, Ticket: "secret"), first.Ref);
        await first.FishForMessageAsync(message => message is Welcome, Limit);

        Time.Advance(TimeSpan.FromSeconds(2));

        await Join(room, "Rateb");
        Assert.Equal(["Felix", "Rateb"], _recorder.Events.OfType<Joined>().Select(joined => joined.Name));
    }
}
