using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes a dispatcher from its configuration; <c>type</c> names one.</summary>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>Called by the library.</summary>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The dispatcher's configuration.</summary>
    public Config Config { get; }

    /// <summary>What a dispatcher needs of its actor system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher, the same for every actor or one for each.</summary>
    public abstract MessageDispatcher Dispatcher();

    internal virtual void Close()
    {
    }
}
