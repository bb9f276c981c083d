namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>What the heap held at a moment, so that it can be said that it holds no more later.</summary>
internal sealed class Heap
{
    // Pools keep some pages, other tests run beside; what a peer leaves for good is many times as much.
    private const long Tolerance = 16 << 20;

    private readonly long _bytes = Measure();

    private Heap()
    {
    }

    public static Heap Now() => new();

    /// <summary>Waits until the heap is where it was.</summary>
    public async Task IsBack()
    {
        var begin = TimeProvider.System.GetTimestamp();
        long bytes;
        while ((bytes = Measure()) > _bytes + Tolerance)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < Recorder.Limit, $"the heap held {_bytes} bytes, and now holds {bytes}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private static long Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
