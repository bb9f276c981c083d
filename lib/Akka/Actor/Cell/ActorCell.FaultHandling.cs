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
    private IActorRef? _failureSource;

    private void NoteFailure(IActorRef failureSource)
    {
        _failed = true;
        _failureSource = failureSource;
    }

    private void ForgetFailure()
    {
        _failed = false;
        _failedFatally = false;
        _failureSource = null;
    }

    private void HoldMessages() => Dispatcher.Suspend(this);

    private void ReleaseMessages() => Dispatcher.Resume(this);

    private void SuspendChildren(Func<IActorRef, bool> except)
    {
        foreach (var stats in _children.All())
        {
            if (!except(stats.Child))
                stats.Child.Suspend();
        }
    }

    private void ResumeChildren(Exception? causedByFailure, IActorRef? failureSource)
    {
        foreach (var stats in _children.All())
            stats.Child.Resume(stats.Child.Equals(failureSource) ? causedByFailure : null);
    }

    private void SuspendWithChildren()
    {
        HoldMessages();
        SuspendChildren(static _ => false);
    }

    private void GoOn(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            // The constructor or PreStart threw: there is nothing to go on with.
            BeginSecondStart();
        }
        else if (_failedFatally && causedByFailure is not null)
        {
            BeginRestart(causedByFailure);
        }
        else
        {
            var failureSource = _failureSource;
            ReleaseMessages();
            if (causedByFailure is not null)
                ForgetFailure();
            ResumeChildren(causedByFailure, failureSource);
        }
    }

    private void BeginRestart(Exception cause)
    {
        if (_actor is null)
        {
            BeginSecondStart();
            return;
        }
        if (!_children.IsNormal)
        {
            // Keeps the count of suspensions right.
            GoOn(null);
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
        if (!_children.WaitFor(new SuspendReason.Recreation(cause)))
            EndRestart(cause);
    }

    private void EndRestart(Exception cause)
    {
        var survivors = GetChildren().ToList();
        try
        {
            ReleaseMessages();
            ForgetFailure();
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
            Fail(new PostRestartException(Self, e, cause), survivors);
        }
    }

    private void BeginSecondStart()
    {
        CancelReceiveTimeout();
        foreach (var child in GetChildren().ToList())
            Stop(child);
        if (!_children.WaitFor(new SuspendReason.Creation()))
            EndSecondStart();
    }

    private void EndSecondStart()
    {
        ReleaseMessages();
        ForgetFailure();
        try
        {
            HandleCreate(null);
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private void Fail(Exception cause, IReadOnlyCollection<IActorRef>? childrenNotToSuspend = null)
    {
        // Further failures until the supervisor has answered are its consequences.
        if (_failed)
            return;
        try
        {
            HoldMessages();
            IActorRef? failedChild = null;
            if (CurrentMessage is Failed failed)
                failedChild = failed.Child;
            NoteFailure(failedChild ?? Self);
            SuspendChildren(child =>
                child.Equals(failedChild) || (childrenNotToSuspend is not null && childrenNotToSuspend.Contains(child)));
            Parent.SendSystemMessage(new Failed(Self, cause, Self.Path.Uid));
        }
        catch (Exception e)
        {
            PublishError(e, $"{Self} is stopped at once: it could not report that it failed with {cause}");
            try
            {
                foreach (var child in GetChildren().ToList())
                    Stop(child);
            }
            finally
            {
                EndStop();
            }
        }
    }

    private void JudgeChild(Failed failed)
    {
        CurrentMessage = failed;
        _invocation.Sender = failed.Child;
        if (_children.ByName(failed.Child.Path.Name) is not { } stats || stats.Uid != failed.Uid || !stats.Child.Equals(failed.Child))
        {
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"is no parent of {failed.Child}, and leaves its failure alone: {failed.Cause}");
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
                Fail(e);
            }
        }

        // The last dying child is gone: the actor does what it waited to do.
        switch (waitedFor)
        {
            case SuspendReason.Recreation recreation:
                EndRestart(recreation.Cause);
                break;
            case SuspendReason.Creation:
                EndSecondStart();
                break;
            case SuspendReason.Termination:
                EndStop();
                break;
            default:
                break;
        }
    }
}
