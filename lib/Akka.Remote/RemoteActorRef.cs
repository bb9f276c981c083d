using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Remote.Wire;

namespace Akka.Remote;

/// <summary>A reference to an actor of another system. What is told to it crosses the wire, at most once.</summary>
public class RemoteActorRef : InternalActorRefBase, IRemoteRef
{
    private readonly RemoteTransport _remote;
    private readonly IInternalActorRef _parent;

    internal RemoteActorRef(RemoteTransport remote, Address localAddressToUse, ActorPath path, IInternalActorRef parent)
    {
        _remote = remote;
        _parent = parent;
        LocalAddressToUse = localAddressToUse;
        Path = path;
    }

    /// <summary>The address of ours that the other system knows us by.</summary>
    public Address LocalAddressToUse { get; }

    /// <inheritdoc />
    public override ActorPath Path { get; }

    /// <inheritdoc />
    public override IInternalActorRef Parent => _parent;

    /// <inheritdoc />
    public override IActorRefProvider Provider => _remote.Provider;

    /// <inheritdoc />
    public override bool IsLocal => false;

    /// <inheritdoc />
    /// <remarks>What is far away is never known to be terminated; watch it to learn.</remarks>
    public override bool IsTerminated => false;

    /// <summary>Its path as it stands in envelopes, made once; never to be changed.</summary>
    internal byte[] WirePath => field ??= EnvelopeFrame.Path(Path.ToSerializationFormat());

    /// <summary>The association to its address, once a message was sent.</summary>
    internal Association? Association { get; set; }

    /// <inheritdoc />
    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IActorRef at = this;
        var path = Path;
        foreach (var element in name)
        {
            if (element == "..")
                path = path.Parent;
            else if (element.Length > 0)
                path /= element;
        }

        return path.Equals(Path) ? at : new RemoteActorRef(_remote, LocalAddressToUse, path, ActorRefs.Nobody);
    }

    /// <summary>
    /// Whether a watch is made by way of the remote watcher: it is, unless the remote watcher itself watches or this reference is
    /// not the one watched.
    /// </summary>
    public bool IsWatchIntercepted(IActorRef watchee, IActorRef watcher) =>
        Equals(watchee) && !watcher.Equals(_remote.Provider.RemoteWatcher);

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch when IsWatchIntercepted(watch.Watchee, watch.Watcher):
                _remote.Provider.RemoteWatcher.Tell(new RemoteWatcher.WatchRemote(watch.Watchee, watch.Watcher));
                break;
            case Unwatch unwatch when IsWatchIntercepted(unwatch.Watchee, unwatch.Watcher):
                _remote.Provider.RemoteWatcher.Tell(new RemoteWatcher.UnwatchRemote(unwatch.Watchee, unwatch.Watcher));
                break;
            case Watch or Unwatch or DeathWatchNotification:
                _remote.Send(message, null, this);
                break;
            default:
                // The life of an actor over there is its parent's business: this is remote deployment's, which we don't have.
                _remote.Log.Warning("{0} does not cross the wire to {1}; send it a message (PoisonPill) instead", message.GetType().Name, Path);
                break;
        }
    }

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef? sender) => _remote.Send(message, sender, this);

    /// <inheritdoc />
    public override void Start()
    {
        // It runs over there, or not.
    }

    /// <inheritdoc />
    public override void Resume(Exception? causedByFailure = null) => SendSystemMessage(new Resume(causedByFailure!));

    /// <inheritdoc />
    public override void Stop() => SendSystemMessage(new Terminate());

    /// <inheritdoc />
    public override void Restart(Exception cause) => SendSystemMessage(new Recreate(cause));

    /// <inheritdoc />
    public override void Suspend() => SendSystemMessage(new Suspend());
}
