using Akka.Event;

namespace Akka.Actor;

/// <summary>The base of all actors.</summary>
public abstract class ActorBase : IInternalActor
{
    private readonly ActorCell _cell;
    private SupervisorStrategy? _strategy;

    /// <summary>Called by the library only.</summary>
    /// <exception cref="ActorInitializationException">The actor was made with <c>new</c>, not by ActorOf.</exception>
    protected ActorBase()
    {
        _cell = ActorCell.Current ?? throw new ActorInitializationException(
            "An actor was made by new. Make it by ActorOf, of the actor system or of its parent's context.");
        _cell.BecomeStacked(Receive);
    }

    IActorContext IInternalActor.ActorContext => _cell;

    /// <summary>The context of the actor that runs on this thread.</summary>
    /// <exception cref="NotSupportedException">No actor runs here, as after an await outside ReceiveAsync.</exception>
    protected static IActorContext Context => CurrentCell;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    /// <summary>The actor's own reference.</summary>
    protected IActorRef Self => _cell.Self;

    /// <summary>Who sent the message being processed.</summary>
    protected IActorRef Sender => _cell.Sender;

    internal static ActorCell CurrentCell => ActorCell.Current ?? throw new NotSupportedException(
        "No actor runs on this thread, so it has no Context. After an await, use ReceiveAsync or RunTask, or keep what you need in variables before it.");

    internal ActorCell Cell => _cell;

    /// <summary>Processes a message.</summary>
    /// <returns>Whether the message was handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>Runs the present behaviour on a message, and <see cref="Unhandled"/> if it didn't handle it.</summary>
    /// <returns>Whether the behaviour handled the message.</returns>
    protected virtual bool AroundReceive(Receive receive, object message)
    {
        var handled = receive(message);
        if (!handled)
            Unhandled(message);
        return handled;
    }

    /// <summary>Called with what no behaviour handled: publishes an <see cref="UnhandledMessage"/> on the event stream.</summary>
    /// <exception cref="DeathPactException">The message is a <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
            throw new DeathPactException(terminated.ActorRef);
        _cell.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Replaces the behaviour on top.</summary>
    protected void Become(Receive receive) => _cell.Become(receive);

    /// <summary>Puts a behaviour on top of the present one.</summary>
    protected void BecomeStacked(Receive receive) => _cell.BecomeStacked(receive);

    /// <summary>Goes back to the behaviour below.</summary>
    protected void UnbecomeStacked() => _cell.UnbecomeStacked();

    /// <summary>Asks for a <see cref="ReceiveTimeout"/> whenever nothing has come for so long; null ends it.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => _cell.SetReceiveTimeout(timeout);

    /// <summary>How the actor deals with failures of its children.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>Called before the first message.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called after the actor has stopped.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Called on the old instance in a restart; stops the children and calls <see cref="PostStop"/>.</summary>
    /// <param name="reason">What was thrown.</param>
    /// <param name="message">The message on which it was thrown; null if it was none.</param>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in _cell.GetChildren())
        {
            _cell.Unwatch(child);
            _cell.Stop(child);
        }
        PostStop();
    }

    /// <summary>Called on the new instance in a restart; calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Wraps <see cref="PreStart"/>.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Wraps <see cref="PostStop"/>; ends the actor's timers.</summary>
    public virtual void AroundPostStop()
    {
        (this as IWithTimers)?.Timers?.CancelAll();
        PostStop();
    }

    /// <summary>Wraps <see cref="PreRestart"/>; ends the actor's timers.</summary>
    public virtual void AroundPreRestart(Exception cause, object message)
    {
        (this as IWithTimers)?.Timers?.CancelAll();
        PreRestart(cause, message);
    }

    /// <summary>Wraps <see cref="PostRestart"/>.</summary>
    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    internal SupervisorStrategy Strategy => _strategy ??= _cell.Props.SupervisorStrategy ?? SupervisorStrategy();

    internal bool Process(Receive receive, object message) => AroundReceive(receive, message);

    /// <summary>Lets a subclass finish the behaviour that its constructor described.</summary>
    internal virtual void AfterConstruction()
    {
    }
}
