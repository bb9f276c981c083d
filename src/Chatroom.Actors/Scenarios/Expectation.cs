namespace Chatroom.Actors;

/// <summary>What must come out of a scenario; null parts are not checked.</summary>
internal sealed record Expectation
{
    /// <summary>All lines that people see, without addresses.</summary>
    public ValueList<ExpectedLines>? Lines { get; init; }

    /// <summary>The lines that come first; what comes after them is not checked.</summary>
    public ValueList<ExpectedLines>? FirstLines { get; init; }

    /// <summary>For each round, from the first, how the participants named here did.</summary>
    public ValueList<ValueList<ParticipantVerdict>>? Verdicts { get; init; }

    public CloseReason? Reason { get; init; }

    /// <summary>The conversation digest, in hexadecimal.</summary>
    public string? Digest { get; init; }
}

/// <summary>Lines that come next, in any order among themselves; mostly one line.</summary>
internal sealed record ExpectedLines(ValueList<ExpectedLine> Lines)
{
    public static ExpectedLines One(string line) => new([new ExpectedLine.Exactly(line)]);
}
