namespace Chatroom.Actors;

/// <summary>A recorded conversation, complete: docs/transcript.md.</summary>
public sealed record Transcript
{
    internal Transcript(TranscriptHeader header, ValueList<RoomEvent> events, TranscriptEnd end) => (Header, Events, End) = (header, events, end);

    /// <summary>The name of its scenario.</summary>
    public string Scenario => Header.Scenario;

    /// <summary>What chance was drawn from.</summary>
    public long Seed => Header.Seed;

    /// <summary>The names of the participants that were awaited, in order.</summary>
    public ValueList<string> Roster => Header.Roster;

    /// <summary>All that happened, in order.</summary>
    public ValueList<RoomEvent> Events { get; internal init; }

    /// <summary>Why the room closed.</summary>
    public CloseReason Reason => End.Reason;

    /// <summary>SHA-256 over what was said and done, in hexadecimal: equal if two conversations differ only in times, addresses, and which bot was quicker.</summary>
    public string Digest => End.Digest;

    internal TranscriptHeader Header { get; init; }

    internal TranscriptEnd End { get; init; }

    /// <summary>Loads a transcript, and verifies that it is whole and as it was written.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="InvalidFileException">There is no such file, it can't be read, or it is no transcript, cut or changed.</exception>
    public static Transcript Load(string path) => InvalidFileException.Unless(TranscriptReader.Read(path));
}

/// <summary>A line of a transcript file.</summary>
internal abstract record TranscriptLine
{
    public sealed record Head(TranscriptHeader Header) : TranscriptLine;

    public sealed record Event(RoomEvent Happened) : TranscriptLine;

    public sealed record Tail(TranscriptEnd End) : TranscriptLine;
}

/// <summary>The first line: what the conversation was started with.</summary>
internal sealed record TranscriptHeader(
    string Scenario, string ScenarioDigest, long Seed, ValueList<string> Roster, RoomSettings Room, string Program)
{
    public const int Version = 1;
}

/// <summary>The last line, which must fit the lines above it.</summary>
internal sealed record TranscriptEnd(CloseReason Reason, int Events, string Digest);
