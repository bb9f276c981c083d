using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>The dispatchers of an actor system, each made when it is first asked for.</summary>
public sealed class Dispatchers
{
    /// <summary>Where actors run for which nothing else is said.</summary>
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>For actors that block their thread.</summary>
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    /// <summary>For actors that run where the actor system was made, such as a user interface's thread.</summary>
    public const string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    internal const string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private readonly ActorSystem _system;
    private readonly ILoggingAdapter _logger;
    private readonly ConcurrentDictionary<string, Lazy<MessageDispatcherConfigurator>> _configurators =
        new(StringComparer.Ordinal);

    /// <summary>Called by the library.</summary>
    public Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites, ILoggingAdapter logger)
    {
        _system = system;
        _logger = logger;
        Prerequisites = prerequisites;
    }

    /// <summary>What a dispatcher needs of its actor system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The default dispatcher's configuration, from which the others take what they don't say.</summary>
    public Config DefaultDispatcherConfig => GetConfig(_system.Settings.Config, DefaultDispatcherId);

    /// <summary>Where actors run for which nothing else is said.</summary>
    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    internal MessageDispatcher InternalDispatcher =>
        Lookup(HasDispatcher(InternalDispatcherId) ? InternalDispatcherId : DefaultDispatcherId);

    /// <summary>The dispatcher with that configuration path.</summary>
    /// <exception cref="ConfigurationException">There is no such path, or what it says makes no dispatcher.</exception>
    public MessageDispatcher Lookup(string dispatcherName) =>
        _configurators.GetOrAdd(dispatcherName, static (id, self) => new Lazy<MessageDispatcherConfigurator>(() => self.Configure(id)), this)
            .Value.Dispatcher();

    /// <summary>Whether there is a dispatcher with that configuration path.</summary>
    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || _system.Settings.Config.HasPath(id);

    /// <summary>Adds a dispatcher that isn't configured.</summary>
    /// <returns>False if there is one with that id.</returns>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) =>
        _configurators.TryAdd(id, new Lazy<MessageDispatcherConfigurator>(configurator));

    /// <summary>A dispatcher's configuration, with its id and name and, for the rest, the default dispatcher's.</summary>
    public static Config GetConfig(Config config, string id, int depth = 0)
    {
        const int DeepestAlias = 20;
        if (depth > DeepestAlias)
            throw new ConfigurationException($"Dispatcher aliases that start at '{id}' lead nowhere");
        var name = id[(id.LastIndexOf('.') + 1)..];
        var own = ConfigurationFactory.ParseString($"id = \"{id}\", name = \"{name}\"");
        return own.WithFallback(config.GetConfig(id)).WithFallback(config.GetConfig(DefaultDispatcherId));
    }

    internal void Close()
    {
        foreach (var configurator in _configurators.Values.Where(static one => one.IsValueCreated))
            configurator.Value.Close();
    }

    private MessageDispatcherConfigurator Configure(string id)
    {
        if (!_system.Settings.Config.HasPath(id))
            throw new ConfigurationException($"There is no dispatcher '{id}' in the configuration; write a block of that name, with type = Dispatcher");
        var config = GetConfig(_system.Settings.Config, id);
        var type = config.GetString("type");
        _logger.Debug("Making dispatcher {0} of type {1}", id, type);
        return type switch
        {
            "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher" => new DispatcherConfigurator(config, Prerequisites),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(config, Prerequisites),
            null or "" => throw new ConfigurationException($"{id}.type is missing; use Dispatcher or PinnedDispatcher"),
            _ => Custom(id, type, config),
        };
    }

    private MessageDispatcherConfigurator Custom(string id, string typeName, Config config)
    {
        if (Type.GetType(typeName) is not { } type || !typeof(MessageDispatcherConfigurator).IsAssignableFrom(type))
            throw new ConfigurationException(
                $"{id}.type: '{typeName}' is no {nameof(MessageDispatcherConfigurator)}; write its qualified name: Namespace.Class, Assembly");
        return (MessageDispatcherConfigurator)Activator.CreateInstance(type, config, Prerequisites)!;
    }
}
