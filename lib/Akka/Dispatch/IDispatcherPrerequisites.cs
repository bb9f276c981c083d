using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What a dispatcher needs of its actor system.</summary>
public interface IDispatcherPrerequisites
{
    /// <summary>Where errors are published.</summary>
    EventStream EventStream { get; }

    /// <summary>Runs things later.</summary>
    IScheduler Scheduler { get; }

    /// <summary>The system's settings.</summary>
    Settings Settings { get; }

    /// <summary>How mailboxes are made.</summary>
    Mailboxes Mailboxes { get; }
}

/// <summary>What a dispatcher needs of its actor system, kept together.</summary>
public sealed class DefaultDispatcherPrerequisites : IDispatcherPrerequisites
{
    /// <summary>Keeps them.</summary>
    public DefaultDispatcherPrerequisites(EventStream eventStream, IScheduler scheduler, Settings settings, Mailboxes mailboxes)
    {
        EventStream = eventStream;
        Scheduler = scheduler;
        Settings = settings;
        Mailboxes = mailboxes;
    }

    /// <inheritdoc />
    public EventStream EventStream { get; }

    /// <inheritdoc />
    public IScheduler Scheduler { get; }

    /// <inheritdoc />
    public Settings Settings { get; }

    /// <inheritdoc />
    public Mailboxes Mailboxes { get; }
}
