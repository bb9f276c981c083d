using System.Globalization;
using BotNode.Nodes;
using BotNode.Output;

namespace BotNode.Bots;

/// <summary>The screens of a node, one for each of its rooms.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="rooms">The names of the rooms; null for that of a seed node with one room.</param>
internal sealed class BotScreens(Terminal terminal, IReadOnlyList<string?> rooms) : IDisposable
{
    /// <summary>The screens, in the order of the rooms.</summary>
    public IReadOnlyList<BotScreen> All { get; } = [.. rooms.Select(room => new BotScreen(terminal, room, rooms.Count > 1))];

    /// <summary>Says once that the rooms are lost and that bots look for them.</summary>
    public void SayLost(RoomAddress address, TimeSpan patience)
    {
        foreach (var screen in All)
            screen.Lose();
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"botnode: The room at {address} is lost; looking for it for {patience.TotalSeconds:0.###} s."));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var screen in All)
            screen.Dispose();
    }
}
