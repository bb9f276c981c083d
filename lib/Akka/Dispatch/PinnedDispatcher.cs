namespace Akka.Dispatch;

/// <summary>Runs one actor on a thread of its own, which ends with the actor.</summary>
public sealed class PinnedDispatcher : Dispatcher
{
    internal PinnedDispatcher(MessageDispatcherConfigurator configurator, string id, int throughput, long? deadline, TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, deadline, new ExecutorFactory(static id => new OwnThreadsExecutor(id, 1)), shutdownTimeout)
    {
    }

    internal override void OnEmpty() => Shutdown();
}
