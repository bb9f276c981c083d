using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How the room takes back who comes over a new connection.</summary>
public sealed class ChatroomReturnTests : ChatroomActorTest
{
    [Fact]
    public async Task Who_comes_over_a_new_connection_with_its_ticket_gets_what_it_missed()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        await Expect<Suggested>(rateb);
        var second = CreateTestProbe();

        room.Tell(new Join("Felix", LastSeen: 3, "secret"), second.Ref);

        Assert.Equal(new Welcome("Felix", 7, 2, new RoundTime(ReplyTimeout, 1, ReplyTimeout)), await second.ExpectMsgAsync<Welcome>(Limit));
        Assert.Equal(4, Assert.Single((await second.ExpectMsgAsync<Missed>(Limit)).Events).N);
        room.Tell(new Answer(1, "back"), second.Ref);
        Assert.Equal("back", (await Expect<Said>(second)).Text);
    }

    [Fact]
    public async Task The_old_connection_of_who_came_back_counts_no_more()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        var second = CreateTestProbe();
        room.Tell(new Join("Felix", LastSeen: 2, "secret"), second.Ref);
        await second.ExpectMsgAsync<Welcome>(Limit);

        room.Tell(new Answer(1, "from the old one"), first.Ref);
        Sys.Stop(first.Ref);
        room.Tell(new Answer(1, "from the new one"), second.Ref);

        Assert.Equal("from the new one", (await Expect<Said>(rateb)).Text);
        Assert.DoesNotContain(_recorder.Events, happened => happened is Left);
    }

    [Fact]
    public async Task Who_was_noted_as_crashed_is_back_and_hears_of_its_own_crash()
    {
        var room = Room(null, "Felix", "Rateb");
        var first = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "secret"), first.Ref);
        await Expect<Joined>(first);
        var rateb = await Join(room, "Rateb");
        Sys.Stop(first.Ref);
        await Expect<Left>(rateb);
        var second = CreateTestProbe();

        room.Tell(new Join("Felix", LastSeen: 4, "secret"), second.Ref);

        Assert.Equal(new Welcome("Felix", 7, 6, new RoundTime(ReplyTimeout, 1, ReplyTimeout)), await second.ExpectMsgAsync<Welcome>(Limit));
        var missed = await second.ExpectMsgAsync<Missed>(Limit);
        Assert.Collection(missed.Events, left => Assert.IsType<Left>(left), back => Assert.IsType<Returned>(back));
        Assert.Equal("Felix", (await Expect<Returned>(rateb)).Name);
    }

    [Fact]
    public async Task Nobody_comes_back_with_another_ticket()
    {
        var room = Room(null, "Felix", "Rateb");
        room.Tell(new Join("Felix", Ticket: "secret"), CreateTestProbe().Ref);
        await Join(room, "Rateb");
        var stranger = CreateTestProbe();

        room.Tell(new Join("Felix", Ticket: "guessed"), stranger.Ref);

        Assert.Equal(RefusalReason.NameTaken, (await stranger.ExpectMsgAsync<TurnedAway>(Limit)).Reason);
    }
}
