using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public partial class ActorCell
{
    // System messages that wait until the actor is out of its present state, in order.
    private List<SystemMessage>? _systemStash;

    private enum CellState
    {
        Default,
        Suspended,
        WaitingForChildren,
    }

    private CellState State =>
        _children.IsWaitingForChildren ? CellState.WaitingForChildren
        : Mailbox.IsSuspended ? CellState.Suspended
        : CellState.Default;

    /// <summary>Processes a system message, and those that waited if it led the actor into a freer state.</summary>
    internal void SystemInvoke(SystemMessage message)
    {
        var previous = _current;
        _current = this;
        try
        {
            Process(message);
        }
        finally
        {
            _current = previous;
        }
    }

    private void Process(SystemMessage message)
    {
        if (IsTerminated)
        {
            SystemImpl.Mailboxes.DeadLetterMailbox.SystemEnqueue(Self, message);
            return;
        }
        var before = State;
        if (MustWait(message, before))
        {
            (_systemStash ??= []).Add(message);
            return;
        }
        HandleSystemMessage(message);
        if (_systemStash is not { } waiting || (!IsTerminated && State >= before))
            return;
        _systemStash = null;
        foreach (var one in waiting)
            Process(one);
    }

    private static bool MustWait(SystemMessage message, CellState state) => message switch
    {
        IStashWhenWaitingForChildren => state == CellState.WaitingForChildren,
        IStashWhenFailed => state != CellState.Default,
        _ => false,
    };

    private void HandleSystemMessage(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case ActorTask task:
                    TaskScheduler.ExecuteTask(task.Task);
                    break;
                case ActorTaskFailure failure:
                    TaskScheduler.FailureArrived();
                    RestoreMessage(failure.Message, failure.Sender);
                    Fail(failure.Exception);
                    break;
                case Failed failed:
                    JudgeChild(failed);
                    break;
                case DeathWatchNotification notification:
                    WatchedActorTerminated(
                        notification.Actor, notification.ExistenceConfirmed, notification.AddressTerminated);
                    break;
                case Create create:
                    HandleCreate(create.Failure);
                    break;
                case Watch watch:
                    AddWatcher(watch.Watchee, watch.Watcher);
                    break;
                case Unwatch unwatch:
                    RemWatcher(unwatch.Watchee, unwatch.Watcher);
                    break;
                case Recreate recreate:
                    BeginRestart(recreate.Cause);
                    break;
                case Dispatch.SysMsg.Suspend:
                    SuspendWithChildren();
                    break;
                case Resume resume:
                    GoOn(resume.CausedByFailure);
                    break;
                case Terminate:
                    BeginStop();
                    break;
                case Dispatch.SysMsg.Stop:
                    Stop();
                    break;
                case Supervise supervise:
                    HandleSupervise(supervise);
                    break;
                case NoMessage:
                    break;
                default:
                    throw new NotSupportedException($"Unknown system message {message.GetType()}");
            }
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private void HandleSupervise(Supervise supervise)
    {
        if (_children.IsTerminating)
            return;
        var child = (IInternalActorRef)supervise.Child;
        if (_children.Init(child) is null)
        {
            SystemImpl.EventStream.Publish(new Error(
                null,
                Self.Path.ToString(),
                GetType(),
                $"{child} calls this actor its parent, but no name is reserved for it here"));
        }
        else if (SystemImpl.Settings.DebugLifecycle)
        {
            PublishDebug($"took {child} as its child");
        }
    }
}
