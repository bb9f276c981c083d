using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Prints the lines of the transcript as they come, JSON Lines for programs.</summary>
internal sealed class JsonObserver : IRoomObserver
{
    private readonly TranscriptWriter _writer;

    /// <summary>Prints the beginning of the transcript.</summary>
    /// <param name="to">Where to print.</param>
    /// <param name="header">The transcript's first line.</param>
    /// <param name="past">What the transcript already holds, which is printed again; null for a new one.</param>
    public JsonObserver(TextWriter to, TranscriptHeader header, IntactLines? past)
    {
        if (past is not null)
            to.Write(string.Concat(past.Lines.Select(line => line + '\n')));
        _writer = past is null ? new TranscriptWriter(to, header) : new TranscriptWriter(to, past);
    }

    /// <inheritdoc />
    public void Happened(RoomEvent happened) => _writer.Write(happened);

    /// <inheritdoc />
    public void Broke(Exception cause)
    {
        // The last line is missing, as in the file.
    }
}
