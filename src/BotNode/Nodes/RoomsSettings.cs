using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>What hocon/seed.conf says about the rooms of a seed node.</summary>
/// <param name="Rooms">The names of the rooms; none for one room that is alone.</param>
/// <param name="Repeat">How many conversations each room has, one after the other; null for as many as there is time for.</param>
internal sealed record RoomsSettings(ValueList<string> Rooms, int? Repeat)
{
    /// <summary>The word for a room that opens again for ever.</summary>
    public const string Forever = "forever";

    /// <summary>The most conversations of a room that does not open for ever.</summary>
    public const int MostRepeats = 1_000_000;

    private const string RoomsKey = "rooms";
    private const string RepeatKey = "repeat";

    /// <summary>Reads them, or all that is wrong with them.</summary>
    public static Loaded<RoomsSettings> Load() => HoconFile.Read(Path.Combine(HoconFile.ProgramFolder, "seed.conf"), Read);

    /// <summary>Reads them from the text of a file.</summary>
    public static Loaded<RoomsSettings> Parse(string text) => HoconFile.Parse(text, "seed.conf", HoconFile.ProgramFolder, Read);

    private static RoomsSettings Read(HoconSection file)
    {
        file.Skip("akka"); // Akka's own.
        var rooms = file.Texts(RoomsKey);
        foreach (var bad in rooms.Where(name => !RoomPath.IsName(name)))
            file.Error(RoomsKey, $"must hold names of rooms, and {bad} is none: {RoomPath.WhatNamesAre}");
        if (RoomPath.FindTwice(rooms) is { } twice)
            file.Error(RoomsKey, $"names {twice} twice");
        if (rooms.Count > RoomPath.MostRooms)
            file.Error(RoomsKey, $"must name at most {RoomPath.MostRooms} rooms");
        return new RoomsSettings(rooms, file.Has(RepeatKey) ? file.IntOr(RepeatKey, Forever, 1, MostRepeats) : 1);
    }
}
