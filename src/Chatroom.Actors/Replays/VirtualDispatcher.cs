using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Chatroom.Actors;

/// <summary>
/// Runs actors one turn at a time, in the order in which they became ready, on the thread that calls <see cref="Run"/>. Virtual time
/// passes only when no actor has anything left to do. So every replay of a scenario runs the same way.
/// </summary>
internal sealed class VirtualDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    /// <summary>Where the dispatcher is configured.</summary>
    public const string Path = "virtual-dispatcher";

    private readonly ConcurrentQueue<IRunnable> _ready = new();
    private volatile bool _released;

    /// <summary>Runs the actors until <paramref name="isOver"/> is true.</summary>
    /// <param name="first">The top-level actor that starts the others.</param>
    /// <param name="time">The time of the actors.</param>
    /// <param name="isOver">Asked before each turn.</param>
    /// <returns>False if it is not over and never will be: no actor has anything left to do, now or later.</returns>
    public bool Run(IActorRef first, VirtualScheduler time, Func<bool> isOver)
    {
        // A top-level actor is started by its guardian, on another thread, which queues its first turn. Until the guardian is done,
        // what the actor is told waits elsewhere: an actor with something to do would seem to have nothing.
        SpinWait.SpinUntil(() => first is not IRepointableRef { IsStarted: false } || isOver());
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

    /// <summary>That of an actor system.</summary>
    /// <exception cref="ArgumentException">The system has none, or another time.</exception>
    public static VirtualDispatcher Of(ActorSystem system) =>
        system.Scheduler is VirtualScheduler && system.Dispatchers.HasDispatcher(Path) && system.Dispatchers.Lookup(Path) is VirtualDispatcher dispatcher
            ? dispatcher
            : throw new ArgumentException($"The actor system {system.Name} has other settings than {nameof(Replay)}.{nameof(Replay.Settings)}.", nameof(system));

    /// <summary>Runs the actors until none has anything left to do; no time passes.</summary>
    public void RunReady()
    {
        while (_ready.TryDequeue(out var turn))
        {
            turn.Run();
        }
    }

    /// <summary>From now on the actors run by themselves: for the end, which nobody observes.</summary>
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
