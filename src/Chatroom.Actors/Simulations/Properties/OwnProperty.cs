namespace Chatroom.Actors;

/// <summary>A property that comes from whoever simulates, and is judged on the transcript.</summary>
/// <param name="judge">Says what is wrong; null if nothing is.</param>
internal sealed class OwnProperty(Func<Transcript, string?> judge) : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "your own property holds";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) =>
        // A transcript that is not whole fails another property.
        outcome.ReadTranscript().Whole() is { IsGood: true, Value: var transcript } && Judge(transcript) is { } problem ? [problem] : [];

#pragma warning disable CA1031 // An assertion that fails throws.
    private string? Judge(Transcript transcript)
    {
        try
        {
            return judge(transcript);
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
#pragma warning restore CA1031
}
