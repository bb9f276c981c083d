using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using ActorSimulation.Engine;
using ActorSimulation.Turns;

namespace ActorSimulation;

/// <summary>A process on a host of its own, with real actor systems in it. After it was killed, the next system is that of another process on the same host.</summary>
public sealed class SimulatedNode
{
    private readonly WorldParts _world;
    private readonly Action<LogEntry> _log;
    private readonly List<SimulatedSystem> _systems = [];
    private Process _process = new();

    internal SimulatedNode(string name, WorldParts world, Action<LogEntry> log)
    {
        (Name, _world, _log) = (name, world, log);
        Time = new WorldTime(world.Schedule, () => _process);
    }

    /// <summary>Its name in the trace, and that of its host on the network.</summary>
    public string Name { get; }

    /// <summary>The time of the world. Timers end with the process in which they were made, and wait while it is stopped.</summary>
    public TimeProvider Time { get; }

    /// <summary>False from <see cref="Kill"/> to the next <see cref="Start"/>.</summary>
    public bool IsUp => _process.IsUp;

    /// <summary>Starts an actor system, in a new process if the node was killed. This takes no time in the world.</summary>
    /// <param name="name">The name of the actor system.</param>
    /// <param name="port">The port that it listens on, from 1 to 65535.</param>
    /// <param name="settings">The settings as for a real system. Time, threads, network, loggers and failure detectors of Akka.NET are replaced.</param>
    /// <exception cref="SimulationException">The program runs on the original Akka.Remote, or the port is taken.</exception>
    public ActorSystem Start(string name, int port, Config settings)
    {
        if (!IsUp)
            _process = new Process();
        if (_world.Network.IsTaken(Name, port))
            throw new SimulationException($"An actor system of {Name} listens on port {port} already.");
        _world.Trace.Add(Name, $"starts {name}");
        var system = new SimulatedSystem((Name, _process), port, _world);
        _systems.Add(system);
        return system.Start(name, SimulatedSettings.Of(settings), Log);
    }

    /// <summary>Ends one actor system, while the process goes on: its connections are closed in order, its actors do nothing more.</summary>
    /// <remarks>It is not <see cref="ActorSystem.Terminate"/>, which needs the thread pool: actors are not told that they stop.</remarks>
    public void End(ActorSystem system)
    {
        _world.Trace.Add(Name, $"ends {system.Name}");
        SimulatedSystem.Of(system).End();
    }

    /// <summary>Ends the process at once. Its actors do nothing more, not even stop.</summary>
    /// <param name="ending">How its machine ends its connections.</param>
    public void Kill(NodeEnding ending = NodeEnding.Closed)
    {
        if (!IsUp)
            return;
        _world.Trace.Add(Name, $"is killed ({ending})");
        _process.IsUp = false;
        foreach (var system in _systems)
        {
            switch (ending)
            {
                case NodeEnding.Closed:
                    _world.Network.CloseAll(system);
                    break;
                case NodeEnding.Reset:
                    _world.Network.ResetAll(system);
                    break;
                case NodeEnding.Silent:
                    _world.Network.TurnOff(Name, system);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(ending), ending, "There is no such ending.");
            }
        }

        _systems.Clear();
    }

    /// <summary>Stops the process for a while, as SIGSTOP does: it does nothing, and its machine keeps what arrives for it.</summary>
    public void Pause(TimeSpan span)
    {
        _world.Trace.Add(Name, $"is stopped for {span}");
        if (_world.Schedule.Now + span is var until && until > _process.PausedUntil)
            _process.PausedUntil = until;
    }

    private void Log(LogEvent entry) =>
        _log(new LogEntry(_world.Schedule.Now, Name, entry.LogLevel(), entry.LogSource, entry.Message?.ToString() ?? "", entry.Cause));

    private sealed class Process : ITurnOwner
    {
        public bool IsUp { get; set; } = true;

        public TimeSpan PausedUntil { get; set; }
    }
}
