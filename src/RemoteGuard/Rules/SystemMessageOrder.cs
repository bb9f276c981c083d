namespace RemoteGuard.Rules;

/// <summary>
/// The order of a peer's system messages, over all its connections. Akka.Remote keeps without limit what comes before its turn, and
/// counts every number that is missing; so what comes before its turn is dropped, for its sender sends it again after what is missing.
/// </summary>
internal sealed class SystemMessageOrder
{
    /// <summary>A sender has no more on their way than akka.remote.resend-limit, 200, so what is older than this was acknowledged long ago.</summary>
    private const ulong LongestRepeat = 1000;

    private readonly object _gate = new();
    private ulong _next;

    /// <summary>Whether there has been any.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_gate)
                return _next > 0;
        }
    }

    /// <summary>Takes a message that may pass otherwise.</summary>
    public Verdict Take(ulong number)
    {
        lock (_gate)
        {
            if (number == _next)
            {
                _next++;
                return Verdict.Pass;
            }

            // To wait for the beginning is in vain: the peer has had it acknowledged, before it was forgotten here.
            if (_next == 0)
                return Verdict.Close("its first system message is not the first of that peer");
            if (number > _next)
                return Verdict.Drop("a system message comes before its turn");
            return _next - number <= LongestRepeat ? Verdict.Pass : Verdict.Drop("a system message is repeated that was acknowledged long ago");
        }
    }
}
