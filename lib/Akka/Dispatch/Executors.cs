using System.Collections.Concurrent;

namespace Akka.Dispatch;

/// <summary>Runs on the .NET thread pool, without allocating.</summary>
internal sealed class ThreadPoolExecutor(string id) : ExecutorService(id)
{
    public override void Execute(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);

    public override void Shutdown()
    {
        // The pool belongs to the process.
    }
}

/// <summary>Runs on threads of its own, which start with the first thing to run.</summary>
internal sealed class OwnThreadsExecutor(string id, int threads) : ExecutorService(id)
{
#pragma warning disable CA2213, CA1001 // Taken from until its last thread ends, which may be after Shutdown.
    private readonly BlockingCollection<IRunnable> _work = [];
#pragma warning restore CA2213, CA1001
    private int _started;

    public override void Execute(IRunnable run)
    {
        try
        {
            _work.Add(run);
        }
        catch (InvalidOperationException e)
        {
            throw new RejectedExecutionException($"Dispatcher {Id} was shut down", e);
        }
        if (Volatile.Read(ref _started) < threads && Interlocked.Increment(ref _started) is var number && number <= threads)
            new Thread(Work) { IsBackground = true, Name = $"{Id}-{number}" }.Start();
    }

    public override void Shutdown() => _work.CompleteAdding();

    private void Work()
    {
        foreach (var run in _work.GetConsumingEnumerable())
            run.Run();
    }
}

/// <summary>Makes one kind of executor.</summary>
internal sealed class ExecutorFactory(Func<string, ExecutorService> produce) : ExecutorServiceFactory
{
    public override ExecutorService Produce(string id) => produce(id);
}
