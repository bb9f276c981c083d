using Akka.Actor;
using BotNode.Output;
using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Tests.Seeds;

public sealed class HostedRoomTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_room_that_broke_is_told_at_once_where_others_go_on()
    {
        using var system = ActorSystem.Create("test");
        using var errors = new StringWriter();
        var terminal = new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false);
        // A room that is to take its suggestions from a script, and has none, breaks when its first round begins.
        var broken = new Scenario
        {
            Name = "broken",
            Seed = 7,
            Room = new RoomSettings { Next = SuggestionSource.Script },
            Roster = [Persona.WithoutWords("Felix")],
            Catalogue = new Catalogue([], []),
        };
        var options = new SeedOptions(null!, [], null, null, "", 0, null, Json: false, Driven: false);
        await using var room = new HostedRoom(new SeedPlan(broken, ["red", "blue"], 1, null, null), "red", options, terminal, () => 7);
        var door = system.ActorOf(RoomDoor.Props(room.BeginAsync));
        var felix = new BotSession(new BotSettings { Name = "Felix" }, SilentMind.Instance, _ => { });
        _ = felix.RunAsync(system, door, null, Limit);

        await Assert.ThrowsAnyAsync<Exception>(() => room.Ended.WaitAsync(Limit));

        Assert.StartsWith("botnode: [red] The room broke: ", errors.ToString(), StringComparison.Ordinal);
    }
}
