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
    private bool _listensForAddresses;

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
        if (FindWatched(subject) is not null)
            return subject;
        var watchee = (IInternalActorRef)subject;
        watchee.SendSystemMessage(new Watch(watchee, (IInternalActorRef)Self));
        _watching.Add(subject, message);
        FollowAddresses();
        return subject;
    }

    /// <inheritdoc />
    public IActorRef Unwatch(IActorRef subject)
    {
        if (!subject.Equals(Self) && FindWatched(subject) is { } known)
        {
            var watchee = (IInternalActorRef)subject;
            watchee.SendSystemMessage(new Unwatch(watchee, (IInternalActorRef)Self));
            _watching.Remove(known);
            FollowAddresses();
        }
        _terminatedQueued.Remove(subject);
        return subject;
    }

    // A reference without a uid, as a remote one may be, stands for any incarnation.
    private IActorRef? FindWatched(IActorRef subject)
    {
        if (_watching.ContainsKey(subject))
            return subject;
        return subject.Path.Uid == UndefinedUid
            ? null
            : _watching.Keys.FirstOrDefault(one => one.Path.Uid == UndefinedUid && one.Path.Equals(subject.Path));
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
        if (FindWatched(actor) is { } known)
        {
            _watching.Remove(known, out var message);
            FollowAddresses();
            if (!_children.IsTerminating)
            {
                _terminatedQueued[actor] = message;
                Self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
            }
        }
        if (_children.ByRef(actor) is not null)
            HandleChildTerminated(actor);
    }

    private void TellWatchersWeDied()
    {
        if (_watchedBy.Count == 0)
            return;
        // Those far away first, as they take longest. The parent is told anyway.
        foreach (var watcher in _watchedBy.Where(one => !one.Equals(Parent)).OrderBy(static one => IsNonLocal(one) ? 0 : 1))
            ((IInternalActorRef)watcher).SendSystemMessage(
                new DeathWatchNotification(Self, existenceConfirmed: true, addressTerminated: false));
        _watchedBy.Clear();
        FollowAddresses();
    }

    private void UnwatchWatchedActors()
    {
        foreach (var watchee in _watching.Keys.Cast<IInternalActorRef>())
            watchee.SendSystemMessage(new Unwatch(watchee, (IInternalActorRef)Self));
        _watching.Clear();
        _terminatedQueued.Clear();
        FollowAddresses();
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
            FollowAddresses();
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"now watched by {watcher}");
        }
        else if (!toSelf && bySelf)
        {
            Watch(watchee);
        }
        else
        {
            SystemImpl.EventStream.Publish(new Warning(
                Self.Path.ToString(), GetType(), $"BUG: illegal Watch({watchee},{watcher}) for {Self}"));
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
            FollowAddresses();
            if (SystemImpl.Settings.DebugLifecycle)
                PublishDebug($"no longer watched by {watcher}");
        }
        else if (!toSelf && bySelf)
        {
            Unwatch(watchee);
        }
    }

    /// <summary>Forgets watchers at an address that was given up, and treats whom it watched there as gone.</summary>
    protected void AddressTerminated(Address address)
    {
        _watchedBy.RemoveWhere(one => one.Path.Address.Equals(address));
        foreach (var watchee in _watching.Keys.Where(one => one.Path.Address.Equals(address)).ToList())
            SendSystemMessage(new DeathWatchNotification(
                watchee, existenceConfirmed: _children.ByRef(watchee) is not null, addressTerminated: true));
        FollowAddresses();
    }

    // Listens for nodes that are given up as long as somebody on another node is watched or watches.
    private void FollowAddresses()
    {
        var needed = _watching.Keys.Any(IsNonLocal) || _watchedBy.Any(IsNonLocal);
        if (needed == _listensForAddresses)
            return;
        _listensForAddresses = needed;
        if (needed)
            SystemImpl.EventStream.Subscribe(Self, typeof(AddressTerminated));
        else
            SystemImpl.EventStream.Unsubscribe(Self, typeof(AddressTerminated));
    }

    private static bool IsNonLocal(IActorRef actor) => actor is IInternalActorRef { IsLocal: false };
}
