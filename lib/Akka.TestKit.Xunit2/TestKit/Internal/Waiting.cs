namespace Akka.TestKit.Internal;

/// <summary>Waits in real time. With <c>blocking</c> on the calling thread: then the task that comes back is completed.</summary>
internal static class Waiting
{
    /// <summary>How often a condition is looked at if the test does not say: 100 ms.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    public static async ValueTask Pause(TimeSpan time, bool blocking, CancellationToken cancellation)
    {
        if (!blocking)
        {
            await Task.Delay(time, TimeProvider.System, cancellation);
            return;
        }

        if (cancellation.WaitHandle.WaitOne(time)) cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Looks at a condition again and again, once at least.</summary>
    /// <returns>Whether it became true in time.</returns>
    public static async Task<bool> Until(
        Func<Task<bool>> condition, TimeSpan max, TimeSpan? interval, bool blocking, CancellationToken cancellation)
    {
        var end = max.IsInfinite() ? TimeSpan.MaxValue : TestKitBase.Now + max;
        while (!await condition())
        {
            cancellation.ThrowIfCancellationRequested();
            var left = end - TestKitBase.Now;
            if (left <= TimeSpan.Zero) return false;
            await Pause((interval ?? DefaultInterval).Min(left), blocking, cancellation);
        }

        return true;
    }
}
