using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>Sees what happens in the room: prints it, writes the transcript, and says when it is over.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="header">The transcript's first line.</param>
/// <param name="json">Print the lines of the transcript instead of those for people.</param>
/// <param name="file">Takes the transcript too; null when none is wanted. That it takes no more is said, and the conversation goes on.</param>
internal sealed class SeedObserver(Terminal terminal, TranscriptHeader header, bool json, LastingWriter? file) : IRoomObserver
{
    private readonly TaskCompletionSource<CloseReason> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EventPrinter? _printer = json ? null : new EventPrinter(terminal, addresses: true);
    private readonly TranscriptWriter? _printed = json ? new TranscriptWriter(terminal.Out, header) : null;
    private readonly TranscriptWriter? _written = file is null ? null : new TranscriptWriter(file, header);
    private bool _brokeOff;

    /// <summary>Why the room closed, once it has; fails when the room broke.</summary>
    public Task<CloseReason> Closed => _closed.Task;

    /// <inheritdoc />
    public void Happened(RoomEvent happened)
    {
        _written?.Write(happened);
        if (happened is RoundClosed or Chatroom.Actors.Closed)
            file?.Sync();
        _printed?.Write(happened);
        _printer?.Print(happened);
        if (!_brokeOff && file?.Problem is { } problem)
        {
            _brokeOff = true;
            terminal.NotAsExpected($"The transcript breaks off, while the conversation goes on: {problem}");
        }

        if (happened is Closed closed)
            _closed.TrySetResult(closed.Reason);
    }

    /// <inheritdoc />
    public void Broke(Exception cause) => _closed.TrySetException(cause);
}
