using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    // Whether the instance has been given back already.
    private bool _cleared;

    private void HandleCreate(ActorInitializationException? failure)
    {
        if (failure is not null)
            throw failure;
        try
        {
            var actor = NewActor();
            actor.AroundPreStart();
            CheckReceiveTimeout();
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"started ({actor})");
        }
        catch (Exception e)
        {
            ClearActor();
            _actor = null;
            throw e is ActorInitializationException { Actor: not null }
                ? e
                : new ActorInitializationException(Self, "The actor could not be started", e);
        }
    }

    private ActorBase NewActor()
    {
        _behaviors.Clear();
        var actor = CreateNewActorInstance();
        _actor = actor;
        _cleared = false;
        return actor;
    }

    /// <summary>Makes the actor's instance and gives it what its interfaces ask for: a stash, timers.</summary>
    protected virtual ActorBase CreateNewActorInstance()
    {
        var actor = Props.NewActor();
        if (actor is IActorStash withStash)
            withStash.Stash = StashFactory.CreateStash(this, withStash);
        if (actor is IWithTimers withTimers)
            withTimers.Timers = new TimerScheduler(this);
        actor.AfterConstruction();
        return actor;
    }

    private void BeginStop()
    {
        CancelReceiveTimeout();
        UnwatchWatchedActors();
        var wasTerminating = _children.IsTerminating;
        var children = _children.Terminate();
        foreach (var stats in children)
            stats.Child.Stop();

        if (children.Length == 0)
        {
            EndStop();
        }
        else if (!wasTerminating)
        {
            // No message is processed any more while the children die.
            HoldMessages();
            NoteFailure(Self);
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug("stopping");
        }
    }

    private void EndStop()
    {
        var actor = _actor;
        try
        {
            if (actor is not null && !_cleared)
                actor.AroundPostStop();
        }
        catch (Exception e)
        {
            PublishError(e, e.Message);
        }
        finally
        {
            UnstashAll(actor);
            Leave();
        }
    }

    private void Leave()
    {
        try
        {
            Dispatcher.Detach(this);
        }
        finally
        {
            Parent.SendSystemMessage(new DeathWatchNotification(Self, existenceConfirmed: true, addressTerminated: false));
            TellWatchersWeDied();
            UnwatchWatchedActors();
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug("stopped");
            ClearActor();
            _actor = null;
        }
    }

    private static void UnstashAll(ActorBase? actor) => (actor as IActorStash)?.Stash?.UnstashAll();

    // Gives the instance back; it stays in its field until the next one takes its place, so that the cell
    // knows that there was one.
    private void ClearActor()
    {
        if (_actor is { } actor && !_cleared)
        {
            _cleared = true;

            // One that failed at its start is given back without having heard of it.
            (actor as IWithTimers)?.Timers?.CancelAll();
            if (actor is IDisposable disposable)
            {
                try
                {
                    disposable.Dispose();
                }
                catch (Exception e)
                {
                    PublishError(e, $"Disposing the {actor.GetType()} threw: {e.Message}");
                }
            }
            Props.Release(actor);
        }
        _behaviors.Clear();
        CurrentMessage = null;
    }
}
