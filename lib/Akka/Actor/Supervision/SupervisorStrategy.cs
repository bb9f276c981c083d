using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>How a supervisor deals with failures of its children.</summary>
public abstract class SupervisorStrategy
{
#pragma warning disable CA2211 // A writable field in the official API.
    /// <summary>
    /// Stops a child that could not be made, was killed, or broke a death pact; restarts it on any other exception.
    /// </summary>
    public static IDecider DefaultDecider = Akka.Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());
#pragma warning restore CA2211

    /// <summary>Stops a child whatever it threw.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    /// <summary>Follows <see cref="DefaultDecider"/>, for the child that failed alone, without a limit of restarts.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Chooses what to do with a child that failed.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>Whether failures are logged.</summary>
    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>What to do with a child that failed.</summary>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>Called when a child is gone.</summary>
    public abstract void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children);

    /// <summary>Restarts or stops whom the failure concerns.</summary>
    internal abstract void ProcessFailure(ActorCell cell, bool restart, Exception cause, ChildRestartStats failed);

    /// <summary>Decides and acts.</summary>
    /// <returns>False if the failure is to go up.</returns>
    internal bool HandleFailure(ActorCell cell, Exception cause, ChildRestartStats failed)
    {
        var directive = Handle(failed.Child, cause);
        LogFailure(cell, failed.Child, cause, directive);
        switch (directive)
        {
            case Directive.Escalate:
                return false;
            case Directive.Resume:
                ResumeChild(failed.Child, cause);
                return true;
            default:
                ProcessFailure(cell, directive == Directive.Restart, cause, failed);
                return true;
        }
    }

    /// <summary>Lets a child go on.</summary>
    protected void ResumeChild(IActorRef child, Exception exception) => ((IInternalActorRef)child).Resume(exception);

    /// <summary>Restarts a child; one that did not fail itself has to be suspended first.</summary>
    protected void RestartChild(IActorRef child, Exception cause, bool suspendFirst)
    {
        var childRef = (IInternalActorRef)child;
        if (suspendFirst)
            childRef.Suspend();
        childRef.Restart(cause);
    }

    /// <summary>Publishes the failure: an error, or a warning if the child just goes on; nothing if it goes up.</summary>
    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
            return;
        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        context.System.EventStream.Publish(directive == Directive.Resume
            ? new Warning(child.Path.ToString(), GetType(), message)
            : new Error(cause, child.Path.ToString(), GetType(), message));
    }
}
