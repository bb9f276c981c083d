using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace ActorSimulation.Engine;

/// <summary>Gives the turns of actors to its world.</summary>
internal sealed class SimulatedDispatcher(MessageDispatcherConfigurator configurator, SimulatedSystem system) : MessageDispatcher(configurator)
{
    /// <inheritdoc />
    public override void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        system.Trace.AddMessage(system.Node, TracedPath.Of(cell.Self.Path), message.GetType().Name);
        base.SystemDispatch(cell, message);
    }

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run) => system.Enqueue(run);

    /// <inheritdoc />
    protected override void Shutdown()
    {
        // It owns no thread.
    }
}

/// <summary>Made by an actor system, whose settings name this type.</summary>
internal sealed class SimulatedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly SimulatedDispatcher _dispatcher;

    /// <summary>Makes the dispatcher. A turn is one message, so that any order of messages can be drawn.</summary>
    public SimulatedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new SimulatedDispatcher(this, ((SimulatedScheduler)prerequisites.Scheduler).System) { Throughput = 1 };

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
