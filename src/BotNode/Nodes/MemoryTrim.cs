using System.Runtime.InteropServices;

namespace BotNode.Nodes;

/// <summary>
/// Gives memory back to the system. Without it a node keeps what a flood of strangers made it take, as garbage that nothing makes the
/// runtime collect afterwards: some hundred megabytes for as long as a quiet room lasts.
/// </summary>
internal sealed partial class MemoryTrim : IAsyncDisposable
{
    private const long Slack = 24 << 20;

    // What a flood has left may be in use for half a minute, by timers of connections.
    private const int TicksUntilAgain = 20;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly PeriodicTimer _timer;
    private readonly Task _trimming;

    /// <summary>Begins.</summary>
    public MemoryTrim(TimeProvider time)
    {
        _timer = new PeriodicTimer(Every, time);
        _trimming = TrimAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _trimming.ConfigureAwait(false);
    }

    // What OpenSSL has freed the C library keeps, by the hundred megabytes after many connections with TLS.
    private static void TrimNative()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                _ = MallocTrim(0);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than GNU's.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);

    private async Task TrimAsync()
    {
        var (least, ticks) = (Environment.WorkingSet, TicksUntilAgain);
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            if (Environment.WorkingSet > least + Slack)
                ticks = 0;
            else if (++ticks != TicksUntilAgain)
                continue;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            TrimNative();
            // What is left is in use: with a thousand bots that is more than in the beginning.
            least = Environment.WorkingSet;
        }
    }
}
