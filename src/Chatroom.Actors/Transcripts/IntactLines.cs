namespace Chatroom.Actors;

/// <summary>The readable part of a transcript: all of it, or the lines before the first that is not as it was written.</summary>
/// <param name="Lines">The intact lines as they stand in the file.</param>
/// <param name="Header">Null if not even the first line is intact.</param>
/// <param name="Events">The events of the intact lines.</param>
/// <param name="End">The last line; null if something is missing.</param>
/// <param name="Fault">What kind of thing is wrong.</param>
/// <param name="Problem">What is wrong, one line that names the file; null if nothing is.</param>
internal sealed record IntactLines(
    ValueList<string> Lines, TranscriptHeader? Header, ValueList<RoomEvent> Events, TranscriptEnd? End, TranscriptFault Fault, string? Problem)
{
    /// <summary>The line that says what was written but in other bytes, as one line that names the file; null if there is none.</summary>
    public string? OtherBytes { get; init; }

    /// <summary>That the line feed of the last line is missing, as one line that names the file; null if it is there.</summary>
    public string? Unended { get; init; }

    /// <summary>How the file differs from what was written, one line that names it; null if it does not.</summary>
    public string? NotAsWritten => Problem ?? OtherBytes ?? Unended;

    public static IntactLines None(string problem) => new([], null, [], null, TranscriptFault.NoTranscript, problem);

    /// <summary>The transcript if it is whole, otherwise what is wrong with it.</summary>
    public Result<Transcript> Whole() => Problem is null && Header is { } header && End is { } end
        ? Result<Transcript>.Good(new Transcript(header, Events, end))
        : Result<Transcript>.Bad(Problem ?? "");
}

/// <summary>What may be wrong with a transcript.</summary>
internal enum TranscriptFault
{
    None,

    /// <summary>It can't be read, or is something else.</summary>
    NoTranscript,

    /// <summary>A line is not as it was written, is missing, or is in another place.</summary>
    Changed,

    /// <summary>It ends in the middle of a line, as if its writer was killed while it wrote.</summary>
    Torn,

    /// <summary>It ends with a whole line that is not the last one of a transcript.</summary>
    Unfinished,
}
