using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Prints what happens in a room, in lines for people.</summary>
internal sealed class ConsoleObserver : IRoomObserver
{
    private readonly EventPrinter _printer;

    /// <summary>Prints nothing yet.</summary>
    /// <param name="terminal">Where to print.</param>
    /// <param name="label">What stands before every line.</param>
    /// <param name="past">What was printed before; null for a new conversation.</param>
    public ConsoleObserver(Terminal terminal, string label, IntactLines? past)
    {
        _printer = new EventPrinter(terminal, addresses: true, label);
        foreach (var happened in past?.Events ?? [])
            _printer.Recall(happened);
    }

    /// <inheritdoc />
    public void Happened(RoomEvent happened) => _printer.Print(happened);

    /// <inheritdoc />
    public void Broke(Exception cause)
    {
        // The end of the room says so.
    }
}
