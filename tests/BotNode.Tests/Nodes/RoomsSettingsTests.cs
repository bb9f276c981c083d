using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Tests.Nodes;

public sealed class RoomsSettingsTests
{
    private static Result<SeedSettings> Read(string text) => NodeSettings.ParseSeed($"{text}\nakka.actor.provider = remote");

    [Fact]
    public void The_settings_that_come_with_the_program_are_one_room_that_opens_once()
    {
        Assert.Equal(new RoomsSettings([], 1), NodeSettings.Seed().Value?.Rooms);
    }

    [Fact]
    public void Rooms_have_names_and_may_open_again()
    {
        Assert.Equal(new RoomsSettings(["red", "blue"], 3), Read("rooms = [red, blue]\nrepeat = 3").Value?.Rooms);
    }

    [Fact]
    public void A_room_may_open_for_ever()
    {
        Assert.Equal(new RoomsSettings([], null), Read("repeat = forever").Value?.Rooms);
    }

    [Fact]
    public void From_outside_one_reaches_the_rooms_there_are_and_none_without_a_name()
    {
        var settings = NodeSettings.WithRooms(NodeSettings.Seed().Value!.Akka, ["red", "blue"]);

        Assert.Equal(
            ["/user/rooms", "/user/rooms/red", "/user/rooms/blue", "/system/remote-watcher"],
            settings.GetStringList("akka.remote.trusted-selection-paths"));
        Assert.True(settings.GetBoolean("akka.remote.untrusted-mode"));
    }

    [Fact]
    public void Without_rooms_one_reaches_the_one_without_a_name()
    {
        var settings = NodeSettings.WithRooms(NodeSettings.Seed().Value!.Akka, []);

        Assert.Equal(["/user/chatroom", "/system/remote-watcher"], settings.GetStringList("akka.remote.trusted-selection-paths"));
    }

    [Theory]
    [InlineData("rooms = [red, \"a/b\"]", "seed.conf:1: rooms: must hold names of rooms, and a/b is none: a room's name, at most 64")]
    [InlineData("rooms = [red, \"..\"]", "seed.conf:1: rooms: must hold names of rooms, and .. is none")]
    [InlineData("rooms = [red, Red]", "seed.conf:1: rooms: names Red twice")]
    [InlineData("rooms = red", "seed.conf:1: rooms: must be a list: [ ... ]")]
    [InlineData("rooms = [{ name = red }]", "seed.conf:1: rooms[0]: must be one line")]
    [InlineData("repeat = 0", "seed.conf:1: repeat: must be a whole number from 1 to 1000000 or forever, not \"0\"")]
    [InlineData("repeat = always", "seed.conf:1: repeat: must be a whole number from 1 to 1000000 or forever, not \"always\"")]
    [InlineData("romms = [red]", "seed.conf:1: romms: is not known here; known are akka, repeat, rooms")]
    public void What_is_wrong_is_one_line_with_its_path(string text, string problem)
    {
        Assert.StartsWith(problem, Assert.Single(Read(text).Errors), StringComparison.Ordinal);
    }
}
