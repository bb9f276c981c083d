using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>How the room lets its bots go, and how it notes that they are gone.</summary>
public sealed class ChatroomLeavingTests : ChatroomActorTest
{
    [Fact]
    public async Task After_the_last_round_everybody_is_told_that_it_is_over()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");

        room.Tell(new Answer(1, "yes"), felix.Ref);

        await felix.FishForMessageAsync(message => message is Over, Limit);
    }

    [Fact]
    public async Task Who_joins_again_after_the_last_round_is_told_again_that_it_is_over()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Limit);

        room.Tell(new Join("Felix", 5), felix.Ref);

        await felix.FishForMessageAsync(message => message is Over, Limit);
    }

    [Fact]
    public async Task A_bye_is_acknowledged_and_the_room_stops_when_all_are_gone()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");
        await felix.WatchAsync(room);
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Limit);

        room.Tell(new Bye(), felix.Ref);

        Assert.Equal(Leaving.Bye, (await Expect<Left>(felix)).How);
        await felix.ExpectTerminatedAsync(room, Limit);
        Assert.IsType<Closed>(_recorder.Events[^1]);
    }

    [Fact]
    public async Task A_bye_that_comes_again_is_acknowledged_again()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, _) = (await Join(room, "Felix"), await Join(room, "Rateb"));
        room.Tell(new Bye(), felix.Ref);
        var first = await Expect<Left>(felix);

        room.Tell(new Bye(), felix.Ref);

        Assert.Equal(first, await Expect<Left>(felix));
    }

    [Fact]
    public async Task Who_dies_is_noted_as_crashed()
    {
        var room = Room(null, "Felix", "Rateb");
        var (felix, rateb) = (await Join(room, "Felix"), await Join(room, "Rateb"));

        Sys.Stop(felix.Ref);

        Assert.Equal(("Felix", Leaving.Crashed), await Expect<Left>(rateb) is var left ? (left.Name, left.How) : default);
    }

    [Fact]
    public async Task A_bot_that_says_it_is_gone_is_noted_as_crashed_although_it_had_a_ticket_to_come_back()
    {
        var room = Room(null, "Felix", "Rateb");
        var rateb = await Join(room, "Rateb");
        var felix = CreateTestProbe();
        room.Tell(new Join("Felix", Ticket: "ticket"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Welcome, Limit);

        room.Tell(new Gone(), felix.Ref);

        Assert.Equal(("Felix", Leaving.Crashed), await Expect<Left>(rateb) is var left ? (left.Name, left.How) : default);
    }

    [Fact]
    public async Task A_stranger_that_says_it_is_gone_changes_nothing()
    {
        var room = Room(null, "Felix");
        var felix = await Join(room, "Felix");

        room.Tell(new Gone(), CreateTestProbe().Ref);
        room.Tell(new Answer(1, "yes"), felix.Ref);

        Assert.Equal("yes", (await Expect<Said>(felix)).Text);
    }

    [Fact]
    public async Task Nobody_leaves_and_the_room_closes_at_the_closing_timeout()
    {
        var room = Room(new RoomSettings { ClosingTimeout = TimeSpan.FromSeconds(2) }, "Felix");
        var felix = await Join(room, "Felix");
        room.Tell(new Answer(1, "yes"), felix.Ref);
        await felix.FishForMessageAsync(message => message is Over, Limit);

        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Leaving.Stopped, (await Expect<Left>(felix)).How);
    }
}
