namespace Chatroom.Actors;

/// <summary>What of a transcript could be read: all of it, or the lines before the first that is not as it was written.</summary>
/// <param name="Lines">The intact lines as they stand in the file.</param>
/// <param name="Header">Null when not even the first line is intact.</param>
/// <param name="Events">The events of the intact lines.</param>
/// <param name="End">The last line; null when something is missing.</param>
/// <param name="Fault">What kind of thing is wrong.</param>
/// <param name="Problem">What is wrong, one line that names the file; null when nothing is.</param>
internal sealed record IntactLines(
    ValueList<string> Lines, TranscriptHeader? Header, ValueList<RoomEvent> Events, TranscriptEnd? End, TranscriptFault Fault, string? Problem)
{
    /// <summary>Which line has other bytes than were written though it says the same, one line that names the file; null when none has.</summary>
    public string? OtherBytes { get; init; }

    /// <summary>In what the file is not as it was written, one line that names it; null when it is.</summary>
    public string? NotAsWritten => Problem ?? OtherBytes;

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

    /// <summary>A line is not as it was written, is missing, or stands in another place.</summary>
    Changed,

    /// <summary>It ends in the middle of a line, as one does that was being written when its writer was killed.</summary>
    Torn,

    /// <summary>It ends with a whole line that is not the last one of a transcript.</summary>
    Unfinished,
}
