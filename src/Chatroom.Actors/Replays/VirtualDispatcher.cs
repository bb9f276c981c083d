using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Dispatch;

namespace Chatroom.Actors;

/// <summary>
/// Runs actors one turn at a time, in the order in which they became ready, on the thread that calls <see cref="Run"/>; and lets virtual
/// time go by only when nobody has anything left to do. So the same scenario takes the same way in every replay.
/// </summary>
internal sealed class VirtualDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    /// <summary>Where the dispatcher is configured.</summary>
    public const string Path = "virtual-dispatcher";

    private readonly ConcurrentQueue<IRunnable> _ready = new();
    private volatile bool _released;

    /// <summary>Runs the actors until somebody says that it is over.</summary>
    /// <param name="time">What they take for time.</param>
    /// <param name="isOver">Asked before each turn.</param>
    /// <returns>False when it is not over and never will be: nobody has anything left to do, now or later.</returns>
    public bool Run(VirtualScheduler time, Func<bool> isOver)
    {
        // A top-level actor is started by its guardian, on another thread: the first turn may be on its way.
        SpinWait.SpinUntil(() => !_ready.IsEmpty || isOver());
        while (!isOver())
        {
            if (_ready.TryDequeue(out var turn))
            {
                turn.Run();
            }
            else if (!time.AdvanceToNext())
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>From now on the actors run by themselves: for the end, which nobody looks at any more.</summary>
    public void Release()
    {
        _released = true;
        while (_ready.TryDequeue(out var turn))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.Run(), turn, preferLocal: false);
        }
    }

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run)
    {
        _ready.Enqueue(run);
        if (_released)
        {
            Release();
        }
    }

    /// <inheritdoc />
    protected override void Shutdown()
    {
        // It owns no thread.
    }
}

/// <summary>Makes the one <see cref="VirtualDispatcher"/> of an actor system, which names this type in its configuration.</summary>
internal sealed class VirtualDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly VirtualDispatcher _dispatcher;

    /// <summary>Made by an actor system.</summary>
    public VirtualDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) => _dispatcher = new VirtualDispatcher(this);

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
