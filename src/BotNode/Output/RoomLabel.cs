namespace BotNode.Output;

/// <summary>What stands before the lines of a room where several are shown.</summary>
internal static class RoomLabel
{
    /// <summary>The room's name in brackets; nothing for a room without a name.</summary>
    public static string Of(string? room) => room is null ? "" : $"[{room}] ";
}
