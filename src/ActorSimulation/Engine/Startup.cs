using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>
/// Starts an actor system on the one thread of a world. Akka.NET blocks that thread until its remoting listens; what it waits for runs
/// meanwhile, in order of arrival.
/// </summary>
internal sealed class Startup : SynchronizationContext
{
    private const int TimedOut = 258; // WAIT_TIMEOUT

    private readonly Schedule _schedule;
    private readonly Queue<IRunnable> _ready = new();

    // Akka.NET continues an Ask on the thread pool.
    private readonly ConcurrentQueue<IRunnable> _fromPool = new();
    private bool _isRunning;

    /// <summary>Prepares the start.</summary>
    public Startup(Schedule schedule)
    {
        _schedule = schedule;
        SetWaitNotificationRequired();
    }

    /// <summary>An actor has something to do.</summary>
    public void Add(IRunnable run)
    {
        if (_schedule.IsOnThread)
            _ready.Enqueue(run);
        else
            _fromPool.Enqueue(run);
    }

    /// <summary>Makes the system, and does all that its start has left to do.</summary>
    public ActorSystem Run(Func<ActorSystem> create)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var system = create();
            RunAll();
            return system;
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc />
    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        if (_isRunning || !_schedule.IsOnThread)
            return WaitHelper(waitHandles, waitAll, millisecondsTimeout);
        for (var waited = 0; millisecondsTimeout < 0 || waited < millisecondsTimeout;)
        {
            RunAll();
            // What comes from the pool may come in parts, and what it tells actors is in their mailboxes at once: so let it finish.
            for (var seen = -1; seen != _fromPool.Count; waited++)
            {
                seen = _fromPool.Count;
                if (WaitHelper(waitHandles, waitAll, 1) is var result && result != TimedOut)
                    return result;
            }
        }

        return TimedOut;
    }

    private void RunAll()
    {
        var before = Current;
        _isRunning = true;
        SetSynchronizationContext(null);
        try
        {
            while (_ready.TryDequeue(out var run) || _fromPool.TryDequeue(out run))
                run.Run();
        }
        finally
        {
            SetSynchronizationContext(before);
            _isRunning = false;
        }
    }
}
