namespace Stress.Frames;

/// <summary>What strangers and the good peer count together.</summary>
internal sealed class Tally
{
    private long _sent;
    private long _read;
    private long _connections;
    private long _closed;
    private long _endless;

    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Frames that the node has read: those it went on after, and those it ended a connection for.</summary>
    public long Read => Interlocked.Read(ref _read);

    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Connections that the node ended because of a frame.</summary>
    public long Closed => Interlocked.Read(ref _closed);

    /// <summary>Connections that the node has not ended in time.</summary>
    public long Endless => Interlocked.Read(ref _endless);

    public void AddConnection(int sent, int survived)
    {
        var closed = survived < sent ? 1 : 0;
        Interlocked.Add(ref _sent, sent);
        Interlocked.Add(ref _read, survived + closed);
        Interlocked.Add(ref _closed, closed);
        Interlocked.Increment(ref _connections);
    }

    public void AddEndless() => Interlocked.Increment(ref _endless);
}
