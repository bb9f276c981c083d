namespace RemoteGuard.Limits;

/// <summary>
/// The bytes of one connection that went into a queue and are not yet known to have come out. A question that goes the same way tells
/// what has come out: it is answered when everything before it has.
/// </summary>
/// <param name="limit">The limit that it counts towards.</param>
/// <param name="time">The clock.</param>
internal sealed class Backlog(BacklogLimit limit, TimeProvider time)
{
    /// <summary>A question that is not answered within this time is asked again, in case it was lost.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);

    private readonly object _gate = new();
    private long _in;
    private long _counted;
    private long _out;
    private long _askAt = limit.AskStep / 2;
    private long _share;
    private long _askedAt;
    private bool _isAsking;
    private bool _hasEnded;

    /// <summary>How many bytes may be in the queue.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
                return _hasEnded ? 0 : Interlocked.Read(ref _in) - _out;
        }
    }

    /// <summary>Something has gone in.</summary>
    /// <returns>What has to be done about it.</returns>
    public BacklogStep Grow(int bytes)
    {
        var now = Interlocked.Add(ref _in, bytes);
        if (now - Interlocked.Read(ref _counted) < BacklogLimit.CountStep)
            return BacklogStep.None;
        lock (_gate)
        {
            Count(now);
            if (_share > limit.PerPeer)
                return BacklogStep.TooLong;
            if (limit.IsOver)
                return BacklogStep.AllTooLong;
            return now >= _askAt || limit.IsTight ? BacklogStep.Ask : BacklogStep.None;
        }
    }

    /// <summary>Begins to ask how much has come out.</summary>
    /// <param name="position">What the answer will say: everything up to here has come out.</param>
    /// <returns>False if a question is on its way, or if there is nothing to ask for.</returns>
    public bool TryAsk(out long position)
    {
        lock (_gate)
        {
            position = Interlocked.Read(ref _in);
            if ((_isAsking && time.GetElapsedTime(_askedAt) < AnswerLimit) || _hasEnded || position == _out)
                return false;
            _isAsking = true;
            _askedAt = time.GetTimestamp();
            // A stranger must not be able to know before which message a question comes.
            _askAt = position + (limit.AskStep / 2) + limit.Secrets.Below(limit.AskStep);
            return true;
        }
    }

    /// <summary>The question of <see cref="TryAsk"/> was answered.</summary>
    public void Answer(long position)
    {
        lock (_gate)
        {
            _isAsking = false;
            _out = Math.Max(_out, position);
            Count(Interlocked.Read(ref _in));
        }
    }

    /// <summary>The connection has ended: nothing of it waits.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Count(0);
        }
    }

    private void Count(long now)
    {
        Interlocked.Exchange(ref _counted, now);
        var share = _hasEnded ? 0 : now - _out;
        limit.Add(share - _share);
        _share = share;
    }
}
