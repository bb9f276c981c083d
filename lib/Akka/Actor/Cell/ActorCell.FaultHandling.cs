using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

// One suspension goes with each failure; Resume, Recreate and Create take back one each. A supervisor's answer may come
// while the actor waits for its children; that is why such messages are put aside meanwhile (see SystemInvoke).
public partial class ActorCell
{
    private bool _failed;
    private bool _failedFatally;

    // Whose failure made this actor fail: itself, or the child whose failure it escalated.
    private IActorRef? _perpetrator;

    private void SetFailed(IActorRef perpetrator)
    {
        _failed = true;
        _perpetrator = perpetrator;
    }

    private void ClearFailed()
    {
        _failed = false;
        _failedFatally = false;
        _perpetrator = null;
    }

    private void SuspendNonRecursive() => Dispatcher.Suspend(this);

    private void ResumeNonRecursive() => Dispatcher.Resume(this);

    private void SuspendChildren(Func<IActorRef, bool> except)
    {
        foreach (var stats in _children.All())
        {
            if (!except(stats.Child))
                stats.Child.Suspend();
        }
    }

    private void ResumeChildren(Exception? causedByFailure, IActorRef? perpetrator)
    {
        foreach (var stats in _children.All())
            stats.Child.Resume(stats.Child.Equals(perpetrator) ? causedByFailure : null);
    }

    private void FaultSuspend()
    {
        SuspendNonRecursive();
        SuspendChildren(static _ => false);
    }

    private void FaultResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            // The constructor or PreStart threw: there is nothing to go on with.
            FaultCreate();
        }
        else if (_failedFatally && causedByFailure is not null)
        {
            FaultRecreate(causedByFailure);
        }
        else
        {
            var perpetrator = _perpetrator;
            ResumeNonRecursive();
            if (causedByFailure is not null)
                ClearFailed();
            ResumeChildren(causedByFailure, perpetrator);
        }
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }
        if (!_children.IsNormal)
        {
            // Keeps the count of suspensions right.
            FaultResume(null);
            return;
        }

        if (SystemImpl.Settings.DebugLifecycle)
            PublishDebug("restarting");
        var failed = _actor;
        var message = CurrentMessage;
        if (!_failedFatally)
        {
            try
            {
                failed.AroundPreRestart(cause, message!);
            }
            catch (Exception e)
            {
                PublishError(new PreRestartException(Self, e, cause, message), e.Message);
            }
            UnstashAll(failed);
        }
        ClearActor();
        if (!_children.SetTerminationReason(new SuspendReason.Recreation(cause)))
            FinishRecreate(cause);
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = GetChildren().ToList();
        try
        {
            ResumeNonRecursive();
            ClearFailed();
            var fresh = NewActor();
            fresh.AroundPostRestart(cause, null!);
            CheckReceiveTimeout();
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug("restarted");

            // Children that PreRestart left alive were suspended with their parent; they start anew as well.
            foreach (var child in survivors)
                child.Restart(cause);
        }
        catch (Exception e)
        {
            _failedFatally = true;
            HandleInvokeFailure(new PostRestartException(Self, e, cause), survivors);
        }
    }

    private void FaultCreate()
    {
        CancelReceiveTimeout();
        foreach (var child in GetChildren().ToList())
            Stop(child);
        if (!_children.SetTerminationReason(new SuspendReason.Creation()))
            FinishCreate();
    }

    private void FinishCreate()
    {
        ResumeNonRecursive();
        ClearFailed();
        try
        {
            HandleCreate(null);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }
    }

    private void HandleInvokeFailure(Exception cause, IReadOnlyCollection<IActorRef>? childrenNotToSuspend = null)
    {
        // Further failures until the supervisor has answered are its consequences.
        if (_failed)
            return;
        try
        {
            SuspendNonRecursive();
            IActorRef? failedChild = null;
            if (CurrentMessage is Failed failed)
                failedChild = failed.Child;
            SetFailed(failedChild ?? Self);
            SuspendChildren(child =>
                child.Equals(failedChild) || (childrenNotToSuspend is not null && childrenNotToSuspend.Contains(child)));
            Parent.SendSystemMessage(new Failed(Self, cause, Self.Path.Uid));
        }
        catch (Exception e)
        {
            PublishError(e, $"Emergency stop: exception in failure handling for {cause.GetType()} | {cause.StackTrace}");
            try
            {
                foreach (var child in GetChildren().ToList())
                    Stop(child);
            }
            finally
            {
                FinishTerminate();
            }
        }
    }

    private void HandleFailed(Failed failed)
    {
        CurrentMessage = failed;
        _sender = failed.Child;
        if (_children.ByName(failed.Child.Path.Name) is not { } stats || stats.Uid != failed.Uid || !stats.Child.Equals(failed.Child))
        {
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"dropping Failed({failed.Cause}) from unknown child {failed.Child}");
            CurrentMessage = null;
            return;
        }
        if (!_actor!.Strategy.HandleFailure(this, failed.Cause, stats))
            global::System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed.Cause);
        CurrentMessage = null;
    }

    private void HandleChildTerminated(IActorRef child)
    {
        var waitedFor = _children.Remove(child);
        if (_actor is not null && !_failedFatally)
        {
            try
            {
                _actor.Strategy.HandleChildTerminated(this, child, ChildrenWhenAsked());
            }
            catch (Exception e)
            {
                HandleInvokeFailure(e);
            }
        }

        // The last dying child is gone: the actor does what it waited to do.
        switch (waitedFor)
        {
            case SuspendReason.Recreation recreation:
                FinishRecreate(recreation.Cause);
                break;
            case SuspendReason.Creation:
                FinishCreate();
                break;
            case SuspendReason.Termination:
                FinishTerminate();
                break;
            default:
                break;
        }
    }
}
