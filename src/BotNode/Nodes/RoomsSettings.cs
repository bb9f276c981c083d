using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>What hocon/seed.conf says about the rooms of a seed node.</summary>
/// <param name="Rooms">The names of the rooms; none for a single room.</param>
/// <param name="Repeat">How many conversations each room has, one after the other; null for as many as there is time for.</param>
internal sealed record RoomsSettings(ValueList<string> Rooms, int? Repeat)
{
    private const string RoomsKey = "rooms";
    private const string RepeatKey = "repeat";

    /// <summary>One room that opens once.</summary>
    public static readonly RoomsSettings One = new([], 1);

    /// <summary>Reads them from the top of the file.</summary>
    public static RoomsSettings Read(HoconSection file)
    {
        var rooms = file.Texts(RoomsKey);
        foreach (var bad in rooms.Where(name => !RoomPath.IsName(name)))
            file.Error(RoomsKey, $"must hold names of rooms, and {bad} is none: {RoomPath.WhatNamesAre}");
        if (RoomPath.FindTwice(rooms) is { } twice)
            file.Error(RoomsKey, $"names {twice} twice");
        if (rooms.Count > RoomPath.MostRooms)
            file.Error(RoomsKey, $"must name at most {RoomPath.MostRooms} rooms");
        return new RoomsSettings(rooms, ReadRepeat(file));
    }

    private static int? ReadRepeat(HoconSection file)
    {
        if (file.OptionalText(RepeatKey) is not { } text)
            return 1;
        if (Nodes.Repeat.Parse(text) is { } repeat)
            return repeat.Times;
        file.Error(RepeatKey, $"must be {Nodes.Repeat.Wanted}, not {Quoting.Excerpt(text)}");
        return 1;
    }
}
