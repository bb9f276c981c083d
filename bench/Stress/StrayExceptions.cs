namespace Stress;

/// <summary>Counts exceptions of tasks that nobody has looked at.</summary>
internal sealed class StrayExceptions : IDisposable
{
    private int _count;

    public StrayExceptions() => TaskScheduler.UnobservedTaskException += OnStray;

    /// <summary>How many there have been, those of tasks that only the garbage collector still knows included.</summary>
    public int Count()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Volatile.Read(ref _count);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= OnStray;

    private void OnStray(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        if (Interlocked.Increment(ref _count) <= 3)
            Console.Error.WriteLine($"unobserved: {e.Exception}");
    }
}
