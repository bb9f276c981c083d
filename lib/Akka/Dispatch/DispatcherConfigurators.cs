using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes one dispatcher, which all actors with its configuration path share.</summary>
public sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Dispatcher _instance;

    /// <summary>Makes the dispatcher.</summary>
    /// <exception cref="ConfigurationException">The executor is unknown.</exception>
    public DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var settings = DispatcherSettings.From(config);
        _instance = new Dispatcher(
            this, settings.Id, settings.Throughput, settings.DeadlineTicks, ExecutorFor(config, settings.Id), settings.ShutdownTimeout);
    }

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _instance;

    internal override void Close() => _instance.Close();

    private static ExecutorFactory ExecutorFor(Config config, string id)
    {
        var executor = config.GetString("executor", "default-executor");
        switch (executor)
        {
            case "default-executor" or "thread-pool-executor" or "channel-executor" or "task-executor" or "" or null:
                return new ExecutorFactory(static name => new ThreadPoolExecutor(name));
            case "fork-join-executor":
                var threads = config.GetInt("dedicated-thread-pool.thread-count", Environment.ProcessorCount);
                return new ExecutorFactory(name => new OwnThreadsExecutor(name, threads));
            default:
                throw new ConfigurationException(
                    $"{id}.executor: '{executor}' is unknown; use default-executor, or fork-join-executor for threads of its own");
        }
    }
}

/// <summary>Makes a dispatcher with a thread of its own for each actor.</summary>
internal sealed class PinnedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    private readonly DispatcherSettings _settings = DispatcherSettings.From(config);

    public override MessageDispatcher Dispatcher() =>
        new PinnedDispatcher(this, _settings.Id, _settings.Throughput, _settings.DeadlineTicks, _settings.ShutdownTimeout);
}

/// <summary>What every dispatcher's configuration says.</summary>
internal sealed record DispatcherSettings(string Id, int Throughput, long? DeadlineTicks, TimeSpan ShutdownTimeout)
{
    public static DispatcherSettings From(Config config)
    {
        var deadline = config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero);
        return new DispatcherSettings(
            config.GetString("id") ?? Dispatchers.DefaultDispatcherId,
            config.GetInt("throughput", MessageDispatcher.DefaultThroughput),
            deadline > TimeSpan.Zero ? deadline.Ticks : null,
            config.GetTimeSpan("shutdown-timeout", TimeSpan.FromSeconds(1)));
    }
}
