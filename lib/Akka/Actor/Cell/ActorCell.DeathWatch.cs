using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public partial class ActorCell
{
    // Whom this actor watches, and with what message it wants to be told (null: with Terminated).
    private readonly Dictionary<IActorRef, object?> _watching = [];
    private readonly HashSet<IActorRef> _watchedBy = [];

    // Of whom a notice waits in the mailbox.
    private readonly Dictionary<IActorRef, object?> _terminatedQueued = [];

    // How many of the watches, both ways, concern actors of other nodes.
    private int _watchesAbroad;

    /// <inheritdoc />
    public IActorRef Watch(IActorRef subject) => AddWatch(subject, null);

    /// <inheritdoc />
    public IActorRef WatchWith(IActorRef subject, object message) =>
        AddWatch(subject, message ?? throw new ArgumentNullException(nameof(message)));

    private IActorRef AddWatch(IActorRef subject, object? message)
    {
        if (subject.Equals(Self))
            return subject;
        // The first watch counts: another message does not take the place of its.
        if (!_watching.TryAdd(subject, message))
            return subject;
        var watchee = (IInternalActorRef)subject;
        watchee.SendSystemMessage(new Watch(watchee, (IInternalActorRef)Self));
        WatchBegan(subject);
        return subject;
    }

    /// <inheritdoc />
    public IActorRef Unwatch(IActorRef subject)
    {
        if (_watching.Remove(subject))
        {
            var watchee = (IInternalActorRef)subject;
            watchee.SendSystemMessage(new Unwatch(watchee, (IInternalActorRef)Self));
            WatchEnded(subject);
        }
        _terminatedQueued.Remove(subject);
        return subject;
    }

    /// <summary>Gives the notice of a watched actor's end to the behaviour, unless the watch was taken back.</summary>
    protected void ReceivedTerminated(Terminated t)
    {
        if (!_terminatedQueued.Remove(t.ActorRef, out var message))
            return;
        if (message is null)
        {
            ReceiveMessage(t);
            return;
        }
        CurrentMessage = message;
        ReceiveMessage(message);
    }

    /// <summary>Puts the notice of a watched actor's end into the mailbox, and lets the actor go if it is a child.</summary>
    protected void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        if (_watching.Remove(actor, out var message))
        {
            WatchEnded(actor);
            if (!_children.IsTerminating)
            {
                _terminatedQueued[actor] = message;
                Self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
            }
        }
        if (_children.ByRef(actor) is not null)
            HandleChildTerminated(actor);
    }

    /// <summary>Notes that the notice of an actor's end, processed before, is in the mailbox again.</summary>
    internal void NoticeWaits(IActorRef actor) => _terminatedQueued.TryAdd(actor, null);

    private void TellWatchersWeDied()
    {
        if (_watchedBy.Count == 0)
            return;
        // Those far away first, as they take longest. The parent is told anyway.
        foreach (var watcher in _watchedBy.Where(one => !one.Equals(Parent)).OrderBy(static one => IsNonLocal(one) ? 0 : 1))
            ((IInternalActorRef)watcher).SendSystemMessage(
                new DeathWatchNotification(Self, existenceConfirmed: true, addressTerminated: false));
        foreach (var watcher in _watchedBy)
            WatchEnded(watcher);
        _watchedBy.Clear();
    }

    private void UnwatchWatchedActors()
    {
        foreach (var watchee in _watching.Keys.Cast<IInternalActorRef>())
        {
            watchee.SendSystemMessage(new Unwatch(watchee, (IInternalActorRef)Self));
            WatchEnded(watchee);
        }
        _watching.Clear();
        _terminatedQueued.Clear();
    }

    /// <summary>Notes who wants to be told of this actor's end, or watches whom a Watch to this actor names.</summary>
    protected void AddWatcher(IActorRef watchee, IActorRef watcher)
    {
        var toSelf = watchee.Equals(Self);
        var bySelf = watcher.Equals(Self);
        if (toSelf && !bySelf)
        {
            if (!_watchedBy.Add(watcher))
                return;
            WatchBegan(watcher);
            ForgetEarlierSelf(watcher);
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"{watcher} began to watch");
        }
        else if (!toSelf && bySelf)
        {
            Watch(watchee);
        }
        else
        {
            SystemImpl.EventStream.Publish(new Warning(
                Self.Path.ToString(), GetType(), $"A watch of {watchee} by {watcher} was sent to {Self}, which is neither of them"));
        }
    }

    // A node that starts again takes back nothing of what it watched before, and whoever watches from there now is all there is.
    private void ForgetEarlierSelf(IActorRef watcher)
    {
        if (!IsNonLocal(watcher))
            return;
        foreach (var earlier in _watchedBy.Where(one => one.Path.Equals(watcher.Path) && !one.Equals(watcher)).ToList())
        {
            _watchedBy.Remove(earlier);
            WatchEnded(earlier);
        }
    }

    /// <summary>Forgets who wanted to be told of this actor's end.</summary>
    protected void RemWatcher(IActorRef watchee, IActorRef watcher)
    {
        var toSelf = watchee.Equals(Self);
        var bySelf = watcher.Equals(Self);
        if (toSelf && !bySelf)
        {
            if (!_watchedBy.Remove(watcher))
                return;
            WatchEnded(watcher);
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"{watcher} ended its watch");
        }
        else if (!toSelf && bySelf)
        {
            Unwatch(watchee);
        }
    }

    /// <summary>Forgets watchers at an address that was given up, and treats whom it watched there as gone.</summary>
    protected void AddressTerminated(Address address)
    {
        ForgetWatchers(address);
        foreach (var watchee in _watching.Keys.Where(one => one.Path.Address.Equals(address)))
            SendSystemMessage(new DeathWatchNotification(
                watchee, existenceConfirmed: _children.ByRef(watchee) is not null, addressTerminated: true));
    }

    private void ForgetWatchers(Address address)
    {
        foreach (var watcher in _watchedBy.Where(one => one.Path.Address.Equals(address)).ToList())
        {
            _watchedBy.Remove(watcher);
            WatchEnded(watcher);
        }
    }

    // The actor listens for nodes that are given up as long as somebody on another node is watched or watches.
    private void WatchBegan(IActorRef other)
    {
        if (IsNonLocal(other) && ++_watchesAbroad == 1)
            SystemImpl.EventStream.Subscribe(Self, typeof(AddressTerminated));
    }

    private void WatchEnded(IActorRef other)
    {
        if (IsNonLocal(other) && --_watchesAbroad == 0)
            SystemImpl.EventStream.Unsubscribe(Self, typeof(AddressTerminated));
    }

    private static bool IsNonLocal(IActorRef actor) => actor is IInternalActorRef { IsLocal: false };
}
