namespace Stress.Churn;

/// <summary>What the actors of a run count together.</summary>
internal sealed class Tally
{
    private long _sent;
    private long _processed;
    private long _dead;
    private long _replaced;
    private long _restarted;
    private long _crewRestarts;
    private long _watches;
    private long _terminated;
    private long _terminatedWrongly;
    private long _pendingWatches;
    private long _otherErrors;

    public long Sent => Interlocked.Read(ref _sent);

    public long Processed => Interlocked.Read(ref _processed);

    public long Dead => Interlocked.Read(ref _dead);

    public long Replaced => Interlocked.Read(ref _replaced);

    public long Restarted => Interlocked.Read(ref _restarted);

    public long CrewRestarts => Interlocked.Read(ref _crewRestarts);

    /// <summary>Watches that began.</summary>
    public long Watches => Interlocked.Read(ref _watches);

    /// <summary>Watches that ended in a Terminated.</summary>
    public long Terminated => Interlocked.Read(ref _terminated);

    /// <summary>Notices of actors that were not watched, or had been reported before.</summary>
    public long TerminatedWrongly => Interlocked.Read(ref _terminatedWrongly);

    /// <summary>What watchmen watch now.</summary>
    public long PendingWatches => Interlocked.Read(ref _pendingWatches);

    /// <summary>Errors on the event stream that nobody asked for.</summary>
    public long OtherErrors => Interlocked.Read(ref _otherErrors);

    /// <summary>Crews that did not end when asked to.</summary>
    public int CrewsLeft { get; set; }

    public long Underway => Sent - Processed - Dead;

    public void CountSent() => Interlocked.Increment(ref _sent);

    public void CountProcessed() => Interlocked.Increment(ref _processed);

    public void CountDead() => Interlocked.Increment(ref _dead);

    public void CountReplaced() => Interlocked.Increment(ref _replaced);

    public void CountRestarted() => Interlocked.Increment(ref _restarted);

    public void CountCrewRestart() => Interlocked.Increment(ref _crewRestarts);

    public void CountWatch() => Interlocked.Increment(ref _watches);

    public void CountTerminated() => Interlocked.Increment(ref _terminated);

    public void CountTerminatedWrongly() => Interlocked.Increment(ref _terminatedWrongly);

    public void PendingChanged(int by) => Interlocked.Add(ref _pendingWatches, by);

    public void CountOtherError(object error)
    {
        if (Interlocked.Increment(ref _otherErrors) <= 3)
            Console.Error.WriteLine($"error: {error}");
    }
}
