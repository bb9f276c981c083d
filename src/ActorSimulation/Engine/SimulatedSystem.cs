using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>An actor system of a node. The parts of it that Akka.NET makes by their names find it here.</summary>
/// <param name="node">Where it is: the process, and the host that it is on.</param>
/// <param name="port">The port that it listens on.</param>
/// <param name="world">What all nodes share.</param>
internal sealed class SimulatedSystem((string Name, ITurnOwner Process) node, int port, WorldParts world) : ITurnOwner
{
    [ThreadStatic]
    private static SimulatedSystem? _starting;

    private Startup? _startup;
    private bool _hasEnded;

    /// <summary>The node's name, which is also that of its host.</summary>
    public string Node => node.Name;

    /// <summary>The port that it listens on.</summary>
    public int Port => port;

    /// <summary>The clock, and the turns.</summary>
    public Schedule Schedule => world.Schedule;

    /// <summary>The network.</summary>
    public SimulatedNetwork Network => world.Network;

    /// <summary>Takes what happens.</summary>
    public Trace Trace => world.Trace;

    /// <inheritdoc />
    public bool IsUp => !_hasEnded && node.Process.IsUp;

    /// <inheritdoc />
    public TimeSpan PausedUntil => node.Process.PausedUntil;

    /// <summary>The one that an actor system is.</summary>
    public static SimulatedSystem Of(ActorSystem system) => ((SimulatedScheduler)system.Scheduler).System;

    /// <summary>The one that is being started on this thread.</summary>
    /// <exception cref="SimulationException">None is.</exception>
    public static SimulatedSystem OfThisThread() =>
        _starting ?? throw new SimulationException("The settings of a simulation are used by an actor system that no node of a world has started.");

    /// <summary>An actor has something to do.</summary>
    public void Enqueue(IRunnable run)
    {
        if (!IsUp)
            return;
        if (_startup is { } startup)
            startup.Add(run);
        else
            world.Schedule.Add(this, run);
    }

    /// <summary>Starts the actor system.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="log">Takes what its actors log.</param>
    public ActorSystem Start(string name, Config settings, Action<LogEvent> log)
    {
        var before = _starting;
        _starting = this;
        _startup = new Startup(world.Schedule);
        try
        {
            return _startup.Run(() =>
            {
                var system = ActorSystem.Create(name, settings);
                var level = Logging.LogLevelFor(system.Settings.LogLevel);
                ((ExtendedActorSystem)system).SystemActorOf(Props.Create(() => new LogActor(level, log)), "simulation-log");
                return system;
            });
        }
        finally
        {
            _startup = null;
            _starting = before;
        }
    }

    /// <summary>Its actors do nothing more, and its connections are closed in order.</summary>
    public void End()
    {
        _hasEnded = true;
        world.Network.CloseAll(this);
    }
}
