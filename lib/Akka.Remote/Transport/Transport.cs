using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote.Transport;

/// <summary>
/// A way to carry frames between actor systems. Named in <c>akka.remote.enabled-transports</c>, a section with a
/// <c>transport-class</c>, whose constructor takes an <see cref="ActorSystem"/> and the section as <see cref="Config"/>.
/// </summary>
public abstract class Transport
{
    /// <summary>The transport's section of the configuration.</summary>
    public Config Config { get; protected set; } = Config.Empty;

    /// <summary>The actor system it works for.</summary>
    public ActorSystem System { get; protected set; } = null!;

    /// <summary>The protocol in its addresses, as <c>tcp</c>.</summary>
    public virtual string SchemeIdentifier { get; protected set; } = string.Empty;

    /// <summary>The longest frame content it carries, in bytes.</summary>
    public virtual long MaximumPayloadBytes { get; protected set; }

    /// <summary>
    /// Starts to listen; the result is its address, and the source to set to whoever takes inbound connections.
    /// </summary>
    /// <exception cref="RemoteTransportException">The address can't be listened on; the message says which and why.</exception>
    public abstract Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen();

    /// <summary>Whether this transport can reach <paramref name="remote"/>.</summary>
    public abstract bool IsResponsibleFor(Address remote);

    /// <summary>Opens a connection to <paramref name="remoteAddress"/>.</summary>
    /// <exception cref="InvalidAssociationException">Nobody answers there; the message says so.</exception>
    public abstract Task<AssociationHandle> Associate(Address remoteAddress);

    /// <summary>The same for one who may give up waiting. Then nothing needs to come of it, and what does is closed.</summary>
    internal virtual Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp) => Associate(remoteAddress);

    /// <summary>Stops listening and closes what is open; what was queued is written first.</summary>
    public abstract Task<bool> Shutdown();

    /// <summary>Takes a command that only some transports know; false if this one doesn't.</summary>
    public virtual Task<bool> ManagementCommand(object message) => Task.FromResult(false);
}
