namespace Chatroom.Actors;

/// <summary>The transcript verifies, and holds just what the room noted.</summary>
internal sealed class TranscriptIsWhole : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "the transcript is whole";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        var read = outcome.ReadTranscript();
        var isUnfinished = read.Fault == TranscriptFault.Unfinished && outcome.Events is not [.., Closed];
        if (read.NotAsWritten is { } problem && !isUnfinished)
            yield return problem;
        if (!read.Events.SequenceEqual(outcome.Events))
            yield return $"it has {read.Events.Count} events, and the room noted {outcome.Events.Count}, or they differ";
    }
}
