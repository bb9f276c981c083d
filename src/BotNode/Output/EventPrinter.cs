using Chatroom.Actors;

namespace BotNode.Output;

/// <summary>Prints events as they happen, in the words of <see cref="RoomText"/>, coloured on a terminal.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="addresses">Whether to say where a bot came from.</param>
/// <param name="label">What stands before every line.</param>
internal sealed class EventPrinter(Terminal terminal, bool addresses, string label = "")
{
    private readonly RoomText _text = new(addresses);
    private readonly Painter _painter = new(terminal.IsColoured);

    /// <summary>Notes an event that was printed before.</summary>
    public void Recall(RoomEvent happened) => _ = _painter.Paint(happened, _text.Next(happened));

    /// <summary>Prints the lines of the next event, if it has any.</summary>
    public void Print(RoomEvent happened)
    {
        foreach (var line in _painter.Paint(happened, _text.Next(happened)))
            terminal.WritePainted(label + line);
    }
}
