using Akka.Actor;
using BotNode.Output;
using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class HostedRoomTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly SeedOptions Options = new(null!, [], null, null, "", 0, null, Json: false, Driven: false);

    [Fact]
    public async Task A_room_that_broke_is_told_at_once_where_others_go_on()
    {
        using var system = ActorSystem.Create("test");
        using var errors = new StringWriter();
        var terminal = new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false);
        // A room that is to take its suggestions from a script, and has none, breaks when its first round begins.
        var broken = new Scenario("broken", [Persona.WithoutWords("Felix")], Catalogue.Empty)
        {
            Seed = 7,
            Room = new RoomSettings { Next = SuggestionSource.Script },
        };
        await using var room = new HostedRoom(new SeedPlan(broken, ["red", "blue"], 1, null, null), "red", Options, terminal, () => 7, TimeProvider.System);
        var door = system.ActorOf(RoomDoor.Props(room.BeginAsync));
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        _ = felix.RunAsync(system, door, null, Limit);

        await Assert.ThrowsAnyAsync<Exception>(() => room.Ended.WaitAsync(Limit));

        Assert.StartsWith("botnode: [red] The room broke: ", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_conversation_is_prepared_when_the_one_before_has_ended_and_nobody_is_held_until_then()
    {
        using var system = ActorSystem.Create("test");
        var terminal = new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(TextWriter.Null), IsColoured: false);
        var scenario = new Scenario("test", [Persona.WithoutWords("Felix")], Catalogue.Empty);
        await using var room = new HostedRoom(new SeedPlan(scenario, [], 2, null, null), null, Options, terminal, () => 7, TimeProvider.System);
        var first = room.BeginAsync(1);
        Assert.True(first.IsCompleted, "the first conversation begins at once");

        var second = room.BeginAsync(2).AsTask();

        Assert.False(second.IsCompleted);
        system.ActorOf((await first)!).Tell(ChatroomActor.Stop.Instance);
        Assert.NotNull(await second.WaitAsync(Limit));
    }
}
