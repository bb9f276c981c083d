namespace Akka.Dispatch;

/// <summary>Runs actors on the threads of an executor, each on one at a time.</summary>
public class Dispatcher : MessageDispatcher
{
    private readonly ExecutorService _executor;

    /// <summary>Makes a dispatcher.</summary>
    public Dispatcher(
        MessageDispatcherConfigurator configurator,
        string id,
        int throughput,
        long? throughputDeadlineTime,
        ExecutorServiceFactory executorServiceFactory,
        TimeSpan shutdownTimeout)
        : base(configurator)
    {
        Id = id;
        Throughput = throughput;
        ThroughputDeadlineTime = throughputDeadlineTime;
        ShutdownTimeout = shutdownTimeout;
        _executor = executorServiceFactory.Produce(id);
    }

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run) => _executor.Execute(run);

    /// <inheritdoc />
    protected override void Shutdown() => _executor.Shutdown();
}
