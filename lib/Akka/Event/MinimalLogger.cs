using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that is no actor, for the time when there are none: it runs on the thread of whoever logs.</summary>
public abstract class MinimalLogger : MinimalActorRef
{
    private readonly ActorPath _path;

    /// <summary>Makes the logger.</summary>
    protected MinimalLogger() => _path = new RootActorPath(Address.AllSystems, "/" + GetType().Name);

    /// <inheritdoc />
    public sealed override ActorPath Path => _path;

    /// <summary>A logger like this belongs to no provider.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public sealed override IActorRefProvider Provider =>
        throw new NotSupportedException("This logger is not an actor and has no provider.");

    /// <inheritdoc />
    protected sealed override void TellInternal(object message, IActorRef? sender) => Log(message);

    /// <summary>Logs an event.</summary>
    /// <param name="message">The event.</param>
    protected abstract void Log(object message);
}
