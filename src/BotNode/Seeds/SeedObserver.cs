using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Sees what happens in the room: prints it, writes the transcript, and says when it is over.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="header">The transcript's first line.</param>
/// <param name="json">Print the lines of the transcript instead of those for people.</param>
/// <param name="file">Takes the transcript too; null when none is wanted. That it takes no more is said, and the conversation goes on.</param>
/// <param name="past">What the transcript holds already; null when it begins.</param>
/// <param name="label">What stands before the lines for people.</param>
internal sealed class SeedObserver(Terminal terminal, TranscriptHeader header, bool json, LastingWriter? file, IntactLines? past = null, string label = "") : IRoomObserver
{
    private readonly TaskCompletionSource<CloseReason> _closed = ClosedAfter(past);
    private readonly EventPrinter? _printer = json ? null : PrinterAfter(past, terminal, label);
    private readonly TranscriptWriter? _printed = json ? WriterAfter(past, terminal.Out, header, repeat: true) : null;
    private readonly TranscriptWriter? _written = file is null ? null : WriterAfter(past, file, header, repeat: false);
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
            terminal.NotAsExpected($"{label}The transcript breaks off, while the conversation goes on: {problem}");
        }

        if (happened is Closed closed)
            _closed.TrySetResult(closed.Reason);
    }

    private static TaskCompletionSource<CloseReason> ClosedAfter(IntactLines? past)
    {
        var closed = new TaskCompletionSource<CloseReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (past?.Events is [.., Chatroom.Actors.Closed last])
            closed.SetResult(last.Reason);
        return closed;
    }

    private static EventPrinter PrinterAfter(IntactLines? past, Terminal terminal, string label)
    {
        var printer = new EventPrinter(terminal, addresses: true, label);
        foreach (var happened in past?.Events ?? [])
            printer.Recall(happened);
        return printer;
    }

    private static TranscriptWriter WriterAfter(IntactLines? past, TextWriter to, TranscriptHeader header, bool repeat)
    {
        if (past is null)
            return new TranscriptWriter(to, header);
        if (repeat)
            to.Write(string.Concat(past.Lines.Select(line => line + '\n')));
        return new TranscriptWriter(to, past);
    }

    /// <inheritdoc />
    public void Broke(Exception cause) => _closed.TrySetException(cause);
}
