namespace Chatroom.Actors;

/// <summary>What has come of simulated conversations.</summary>
public sealed record SimulationResult
{
    internal SimulationResult(int runs, TimeSpan time) => (Runs, Time) = (runs, time);

    /// <summary>How many were played.</summary>
    public int Runs { get; }

    /// <summary>How much virtual time passed in all of them.</summary>
    public TimeSpan Time { get; }

    /// <summary>The seed of the run that failed; null if none did.</summary>
    public long? FailedSeed { get; internal init; }

    /// <summary>What did not hold in it; null if none failed.</summary>
    public SimulationFailure? Failure { get; internal init; }

    /// <summary>Where it is kept; null if it is not.</summary>
    public KeptRun? Kept { get; internal init; }
}
