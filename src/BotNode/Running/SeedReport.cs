using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>What the seed node tells, line by line: its address, and then the transcript.</summary>
internal sealed class SeedReport
{
    private readonly TranscriptReader _reader = new("what the seed node says");
    private readonly List<RoomEvent> _events = [];
    private TranscriptHeader? _header;

    /// <summary>The address of the room; null until it has been told.</summary>
    public RoomAddress? Address { get; private set; }

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<RoomEvent> Events => _events;

    /// <summary>Whether the room has closed.</summary>
    public bool HasClosed => _events.OfType<Closed>().Any();

    /// <summary>All that was told, once it was told to the end; null until then.</summary>
    public Transcript? Transcript { get; private set; }

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="happened">The event that it tells of; null if it tells of something else.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Take(string line, out RoomEvent? happened)
    {
        happened = null;
        if (Address is null)
        {
            Address = RoomAddress.ParseJson(line);
            return Address is null ? $"The seed node does not begin with its address but with: {line}" : null;
        }

        var read = _reader.Next(line);
        switch (read.Value)
        {
            case TranscriptLine.Head head:
                _header = head.Header;
                break;
            case TranscriptLine.Event told:
                happened = told.Happened;
                _events.Add(happened);
                break;
            case TranscriptLine.Tail tail:
                Transcript = new Transcript(_header!, [.. _events], tail.End);
                break;
        }

        return read.IsGood ? null : read.Errors[0];
    }
}
