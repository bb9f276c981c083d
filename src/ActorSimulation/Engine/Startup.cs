using System.Diagnostics;
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
    private readonly Schedule _schedule;
    private readonly Queue<IRunnable> _ready = new();

    /// <summary>Prepares the start.</summary>
    public Startup(Schedule schedule)
    {
        _schedule = schedule;
        SetWaitNotificationRequired();
    }

    /// <summary>An actor has something to do.</summary>
    public void Add(IRunnable run)
    {
        if (_schedule.CheckThread("ran an actor"))
            _ready.Enqueue(run);
    }

    /// <summary>Makes the system, and does all that its start has left to do.</summary>
    /// <exception cref="SimulationException">Another thread has interfered.</exception>
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
            // If the start has failed, that is why.
            _schedule.ThrowIfIntruded();
        }
    }

    /// <inheritdoc />
    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        if (_schedule.IsOnThread && IsForTask())
            RunAll();
        return WaitHelper(waitHandles, waitAll, millisecondsTimeout);
    }

    // A lock that another world holds is waited for, too, now and then: what ran then would come in another order.
    private static bool IsForTask() => new StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType == typeof(Task));

    // Without a context, so that what is awaited goes on here and at once.
    private void RunAll()
    {
        var before = Current;
        SetSynchronizationContext(null);
        try
        {
            while (_ready.TryDequeue(out var run))
                run.Run();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
