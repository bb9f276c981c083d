namespace RemoteGuard.Limits;

/// <summary>How much may wait in the queues of one kind: in each, and in all together.</summary>
/// <param name="perPeer">In one queue, in bytes.</param>
/// <param name="all">In all of them, in bytes.</param>
internal sealed class BacklogLimit(long perPeer, long all)
{
    /// <summary>Draws what its questions must not give away.</summary>
    public Secrets Secrets { get; init; } = Secrets.OfSystem;

    /// <summary>How much a queue grows before it is counted again.</summary>
    public const int CountStep = 16 << 10;

    private const int AsksPerLimit = 128;

    private long _all;

    /// <summary>How much may wait in one queue.</summary>
    public long PerPeer { get; } = perPeer;

    /// <summary>How much goes into a queue, on average, before it is asked what has come out.</summary>
    public long AskStep { get; } = Math.Max(CountStep, perPeer / AsksPerLimit);

    /// <summary>How much waits in all queues.</summary>
    public long All => Interlocked.Read(ref _all);

    /// <summary>Whether all together hold too much.</summary>
    public bool IsOver => All > all;

    /// <summary>Whether all together hold half of their limit: then each is asked, because most of it has come out long ago.</summary>
    public bool IsTight => All > all / 2;

    /// <summary>A queue holds more, or less.</summary>
    public void Add(long bytes) => Interlocked.Add(ref _all, bytes);
}

/// <summary>What must be done when something has gone into a queue.</summary>
internal enum BacklogStep
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Ask how much has come out.</summary>
    Ask,

    /// <summary>End the connection.</summary>
    TooLong,

    /// <summary>End the connection with the longest queue.</summary>
    AllTooLong,
}
