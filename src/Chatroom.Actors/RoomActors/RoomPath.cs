namespace Chatroom.Actors;

/// <summary>Where rooms are in a seed node: a single one at <c>/user/chatroom</c>, several at <c>/user/rooms/NAME</c>.</summary>
internal static class RoomPath
{
    /// <summary>The name under <c>/user</c> of the actor above several rooms.</summary>
    public const string Rooms = "rooms";

    /// <summary>The most rooms of a seed node.</summary>
    public const int MostRooms = 1000;

    /// <summary>What a name of a room must be, for people.</summary>
    public const string WhatNamesAre = "a room's name, at most 64 letters of a to z, digits, '-', '_' and '.', of which the first is a letter or digit";

    /// <summary>The path under <c>/user</c>; a null name: that of a single room.</summary>
    public static string Of(string? name) => name is null ? ChatroomActor.Name : $"{Rooms}/{name}";

    /// <summary>Whether a room may have this name: it must be valid in an actor's path, and as the name of a file on any system.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= ChatText.MaxName && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A name that occurs twice, ignoring case: their files would be one on some systems. Null if there is none.</summary>
    public static string? FindTwice(IEnumerable<string> names)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !known.Add(name));
    }
}
