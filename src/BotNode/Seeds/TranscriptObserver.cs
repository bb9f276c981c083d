using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Writes the transcript of a room, and brings it to the disk at the end of every round.</summary>
/// <param name="file">Takes the transcript. If it can take no more, the rest is dropped.</param>
/// <param name="header">The transcript's first line.</param>
/// <param name="past">What the transcript already holds; null for a new one.</param>
internal sealed class TranscriptObserver(LastingWriter file, TranscriptHeader header, IntactLines? past) : IRoomObserver
{
    private readonly TranscriptWriter _writer = past is null ? new TranscriptWriter(file, header) : new TranscriptWriter(file, past);

    /// <inheritdoc />
    public void Happened(RoomEvent happened)
    {
        _writer.Write(happened);
        if (happened is RoundClosed or Closed)
            file.Sync();
    }

    /// <inheritdoc />
    public void Broke(Exception cause)
    {
        // The transcript ends with the last event.
    }
}
