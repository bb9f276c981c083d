namespace Chatroom.Actors;

/// <summary>A recorded conversation, complete.</summary>
internal sealed record Transcript(TranscriptHeader Header, ValueList<RoomEvent> Events, TranscriptEnd End);

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
