namespace RemoteGuard.Sleep;

/// <summary>
/// The time in which this process ran. While it is stopped, such as by Ctrl-Z, with a virtual machine or by a closed lid, nobody's
/// silence means anything. It is noticed by a long time between two readings, so it must be read regularly.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="longest">The longest time between two readings of a process that runs; a longer one does not count.</param>
internal sealed class AwakeTime(TimeProvider time, TimeSpan longest) : TimeProvider
{
    private readonly Lock _gate = new();
    private long _last = time.GetTimestamp();
    private long _slept;

    /// <inheritdoc />
    public override long TimestampFrequency => time.TimestampFrequency;

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(_last, now) > longest)
                _slept += now - _last;
            _last = now;
            return now - _slept;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();
}
