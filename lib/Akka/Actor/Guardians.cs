using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The root and the user guardian: it supervises; messages to it become dead letters.</summary>
public class GuardianActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated:
                Context.Stop(Self);
                break;
            case StopChild stop:
                Context.Stop(stop.Child);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }
        return true;
    }
}

/// <summary>
/// Supervises the library's own actors. When the user guardian is gone, it tells those that asked for it, waits for them,
/// and then stops.
/// </summary>
public class SystemGuardianActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly IActorRef _userGuardian;
    private readonly HashSet<IActorRef> _terminationHooks = [];

    /// <summary>Called by the library.</summary>
    public SystemGuardianActor(IActorRef userGuardian) => _userGuardian = userGuardian;

    /// <inheritdoc />
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(_userGuardian):
                Context.Become(Terminating);
                foreach (var hook in _terminationHooks)
                    hook.Tell(TerminationHook.Instance);
                StopWhenAllDone();
                break;
            case Terminated terminated:
                // A hook that dies before the end need not be waited for.
                _terminationHooks.Remove(terminated.ActorRef);
                break;
            case StopChild stop:
                Context.Stop(stop.Child);
                break;
            case RegisterTerminationHook when !ReferenceEquals(Sender, Context.System.DeadLetters):
                _terminationHooks.Add(Sender);
                Context.Watch(Sender);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }
        return true;
    }

    private bool Terminating(object message)
    {
        switch (message)
        {
            case Terminated terminated:
                Done(terminated.ActorRef);
                break;
            case TerminationHookDone:
                Done(Sender);
                break;
            default:
                Context.System.DeadLetters.Tell(new DeadLetter(message, Sender, Self), Sender);
                break;
        }
        return true;
    }

    private void Done(IActorRef hook)
    {
        _terminationHooks.Remove(hook);
        StopWhenAllDone();
    }

    private void StopWhenAllDone()
    {
        if (_terminationHooks.Count > 0)
            return;
        Context.System.EventStream.StopDefaultLoggers(Context.System);
        Context.Stop(Self);
    }

    /// <summary>Leaves the children alive.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
        // The library's own actors go on when their guardian restarts.
    }
}
