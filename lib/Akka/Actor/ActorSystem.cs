using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors and what they share: settings, dispatchers, scheduler, event stream, log.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    /// <summary>The system's settings.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The system's name.</summary>
    public abstract string Name { get; }

    /// <summary>Reads and writes messages.</summary>
    public abstract Serialization.Serialization Serialization { get; }

    /// <summary>Where events are published and subscribed to.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where messages end that reach nobody.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>Where actors run.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>How mailboxes are made.</summary>
    public abstract Mailboxes Mailboxes { get; }

    /// <summary>Sends and runs things later.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>The system's own log.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>When the system was started, on its scheduler's monotonic clock.</summary>
    public TimeSpan StartTime { get; internal set; }

    /// <summary>How long the system has been up.</summary>
    public TimeSpan Uptime => Scheduler.MonotonicClock - StartTime;

    /// <summary>Done when the system has terminated.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>Makes and starts an actor system with the default settings.</summary>
    /// <param name="name">Its name: letters, digits, and dashes but in front.</param>
    public static ActorSystem Create(string name) =>
        CreateAndStart(name, ConfigurationFactory.Empty, ActorSystemSetup.Empty);

    /// <summary>Makes and starts an actor system.</summary>
    /// <param name="name">Its name: letters, digits, and dashes but in front.</param>
    /// <param name="config">Settings; the defaults stand in for what it doesn't say.</param>
    public static ActorSystem Create(string name, Config config) =>
        CreateAndStart(name, config, ActorSystemSetup.Empty);

    /// <summary>Makes and starts an actor system.</summary>
    /// <param name="name">Its name: letters, digits, and dashes but in front.</param>
    /// <param name="setup">Configuration and kind of provider.</param>
    public static ActorSystem Create(string name, BootstrapSetup setup) =>
        Create(name, ActorSystemSetup.Create(setup));

    /// <summary>Makes and starts an actor system.</summary>
    /// <param name="name">Its name: letters, digits, and dashes but in front.</param>
    /// <param name="setup">Settings made in code, a <see cref="BootstrapSetup"/> among them if wanted.</param>
    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        var config = bootstrap.HasValue && bootstrap.Value.Config.HasValue
            ? bootstrap.Value.Config.Value
            : ConfigurationFactory.Empty;
        return CreateAndStart(name, config, setup);
    }

    private static ActorSystemImpl CreateAndStart(string name, Config config, ActorSystemSetup setup)
    {
        var system = new ActorSystemImpl(name, config, setup);
        system.Start();
        return system;
    }

    /// <summary>The extension that an id stands for, registered if it wasn't.</summary>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>The extension of that class, or null if none is registered.</summary>
    public abstract T GetExtension<T>()
        where T : class, IExtension;

    /// <summary>Whether an extension of that class is registered.</summary>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether an extension of that class is registered.</summary>
    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    /// <summary>Finds a registered extension.</summary>
    public abstract bool TryGetExtension(Type extensionType, out object? extension);

    /// <summary>Finds a registered extension.</summary>
    public abstract bool TryGetExtension<T>(out T? extension)
        where T : class, IExtension;

    /// <summary>Makes an extension, once, and registers it.</summary>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>Has code run when the system has terminated, last registered first.</summary>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>Stops all actors and then the system.</summary>
    /// <returns>Done when the system has terminated.</returns>
    public abstract Task Terminate();

    /// <summary>Stops an actor.</summary>
    public abstract void Stop(IActorRef actor);

    /// <inheritdoc />
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc />
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc />
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Begins to terminate the system, without waiting.</summary>
    public void Dispose()
    {
        Terminate();
        GC.SuppressFinalize(this);
    }
}
