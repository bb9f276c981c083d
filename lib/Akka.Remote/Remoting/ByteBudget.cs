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

    /// <summary>What messages cost of a budget.</summary>
    /// <param name="messages">How many messages.</param>
    /// <param name="bytes">How many bytes they have in all.</param>
    internal static long Cost(int messages, long bytes) => bytes + ((long)messages * PerMessage);

    /// <summary>Whether there is room for a message of so many bytes.</summary>
    internal bool HasRoom(long bytes) => Taken + Cost(1, bytes) <= limit;

    /// <summary>Takes what a message of so many bytes costs. False: that is more than is left, and nothing was taken.</summary>
    internal bool TryTake(long bytes)
    {
        var cost = Cost(1, bytes);
        while (true)
        {
            // One that is refused takes nothing even for a moment, or a smaller one would be refused for it.
            var taken = Taken;
            if (taken + cost > limit)
                return false;
            if (Interlocked.CompareExchange(ref _taken, taken + cost, taken) == taken)
                return true;
        }
    }

    /// <summary>Gives back what messages had taken.</summary>
    /// <param name="messages">How many messages.</param>
    /// <param name="bytes">How many bytes they have in all.</param>
    internal void Return(int messages, long bytes) => Interlocked.Add(ref _taken, -Cost(messages, bytes));
}
