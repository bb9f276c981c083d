using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Says once that a transcript takes no more, while the conversation goes on. It comes after the observers that show an event.</summary>
/// <param name="file">The transcript.</param>
/// <param name="terminal">Where to say so.</param>
/// <param name="label">What stands before the line.</param>
internal sealed class LossObserver(LastingWriter file, Terminal terminal, string label) : IRoomObserver
{
    private bool _isSaid;

    /// <inheritdoc />
    public void Happened(RoomEvent happened)
    {
        if (_isSaid || file.Problem is not { } problem)
            return;
        _isSaid = true;
        terminal.NotAsExpected($"{label}The transcript breaks off, while the conversation goes on: {problem}");
    }

    /// <inheritdoc />
    public void Broke(Exception cause)
    {
        // The conversation does not go on.
    }
}
