namespace Akka.Remote;

/// <summary>
/// How many bytes of messages all peers of a system may have us keep, beside what each of them may. Each message counts for some
/// bytes more than it has, so that many small ones have an end too. Thread safe.
/// </summary>
/// <param name="limit">How many.</param>
internal sealed class ByteBudget(long limit)
{
    // What is around a message in memory: its objects, and its place in a queue.
    private const int PerMessage = 200;

    private long _taken;

    /// <summary>How many bytes are taken.</summary>
    internal long Taken => Interlocked.Read(ref _taken);

    /// <summary>Whether there is room for a message of so many bytes.</summary>
    internal bool HasRoom(long bytes) => Taken + bytes + PerMessage <= limit;

    /// <summary>Takes what a message of so many bytes costs. False: that is more than is left, and nothing was taken.</summary>
    internal bool TryTake(long bytes)
    {
        var cost = bytes + PerMessage;
        if (Interlocked.Add(ref _taken, cost) <= limit)
            return true;
        Interlocked.Add(ref _taken, -cost);
        return false;
    }

    /// <summary>Gives back what messages had taken.</summary>
    /// <param name="messages">How many messages.</param>
    /// <param name="bytes">How many bytes they have in all.</param>
    internal void Return(int messages, long bytes) => Interlocked.Add(ref _taken, -(bytes + ((long)messages * PerMessage)));
}
