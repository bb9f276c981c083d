using System.Runtime.InteropServices;

namespace BotNode.Nodes;

/// <summary>
/// Gives memory back to the system. Without it, a node keeps the memory that a flood of strangers made it take: garbage that nothing
/// makes the runtime collect, some hundred megabytes for as long as a quiet room lasts.
/// </summary>
internal sealed partial class MemoryTrim : IAsyncDisposable
{
    private const long Slack = 24 << 20;

    // Timers of connections may use the memory of a flood for half a minute.
    private const int TicksUntilAgain = 160;

    // A busy room makes garbage as well: collecting it takes at most a tenth of the time.
    private const int RestPerWork = 10;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time;
    private readonly PeriodicTimer _timer;
    private readonly Task _trimming;

    /// <summary>Begins.</summary>
    public MemoryTrim(TimeProvider time)
    {
        _time = time;
        _timer = new PeriodicTimer(Every, time);
        _trimming = TrimAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _trimming.ConfigureAwait(false);
    }

    // The C library keeps what OpenSSL has freed: hundreds of megabytes after many connections with TLS.
    private static void TrimNative()
    {
        try
        {
            if (OperatingSystem.IsLinux())
                _ = MallocTrim(0);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library other than GNU's.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);

    private async Task TrimAsync()
    {
        var (least, ticks, rest) = (Environment.WorkingSet, TicksUntilAgain, 0);
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            ticks++;
            if (--rest > 0 || (Environment.WorkingSet <= least + Slack && ticks != TicksUntilAgain))
                continue;
            if (ticks != TicksUntilAgain)
                ticks = 0;
            var began = _time.GetTimestamp();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            TrimNative();
            rest = (int)(RestPerWork * _time.GetElapsedTime(began) / Every);
            // What is left is in use: with a thousand bots that is more than at the beginning.
            least = Environment.WorkingSet;
        }
    }
}
