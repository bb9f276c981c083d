namespace Chatroom.Actors;

/// <summary>The transcript replays to the digest that it has. One in which a bot returned, or which was stopped, can't be played again.</summary>
/// <param name="clock">Tells when a replay hangs.</param>
internal sealed class TranscriptReplays(TimeProvider clock) : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "the transcript replays to the same digest";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        var transcript = outcome.ReadTranscript().Whole();
        if (!transcript.IsGood || !Recording.Of(transcript.Value).IsGood)
            return [];
        try
        {
            var replayed = Replay.RunAsync(transcript.Value, clock, CancellationToken.None).GetAwaiter().GetResult();
            return replayed.IsGood ? replayed.Value.Differences : replayed.Errors;
        }
        catch (TimeoutException)
        {
            return ["the replay did not come to its end"];
        }
    }
}
