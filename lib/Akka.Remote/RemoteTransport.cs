using Akka.Actor;
using Akka.Event;

namespace Akka.Remote;

/// <summary>What carries messages between this actor system and others.</summary>
public abstract class RemoteTransport
{
    /// <summary>A transport for <paramref name="system"/>, whose references <paramref name="provider"/> makes.</summary>
    protected RemoteTransport(ExtendedActorSystem system, RemoteActorRefProvider provider)
    {
        System = system;
        Provider = provider;
        Log = Logging.GetLogger(system, GetType());
    }

    /// <summary>The system it works for.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>The provider it works for.</summary>
    public RemoteActorRefProvider Provider { get; }

    /// <summary>Where it logs.</summary>
    public ILoggingAdapter Log { get; protected set; }

    /// <summary>The addresses others reach this system by; known after <see cref="Start"/>.</summary>
    public abstract ISet<Address> Addresses { get; }

    /// <summary>The first of them.</summary>
    public abstract Address DefaultAddress { get; }

    /// <summary>Starts to listen; returns when it does.</summary>
    /// <exception cref="RemoteTransportException">An address can't be listened on.</exception>
    public abstract void Start();

    /// <summary>Writes what is queued, tells the peers, closes all; done when it is closed.</summary>
    public abstract Task Shutdown();

    /// <summary>Sends <paramref name="message"/> to <paramref name="recipient"/>. Returns at once; at most once delivery.</summary>
    public abstract void Send(object message, IActorRef? sender, RemoteActorRef recipient);

    /// <summary>Passes a command to the transports; true if one of them took it.</summary>
    public abstract Task<bool> ManagementCommand(object cmd);

    /// <summary>The address of ours that <paramref name="remote"/> knows us by.</summary>
    /// <exception cref="RemoteTransportException">No transport reaches that address.</exception>
    public abstract Address LocalAddressForRemote(Address remote);

    /// <summary>Shuts out the incarnation <paramref name="uid"/> of the system at <paramref name="address"/> for good.</summary>
    public abstract void Quarantine(Address address, int? uid);
}
