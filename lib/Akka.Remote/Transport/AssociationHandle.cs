using Akka.Actor;
using Akka.Event;
using Google.Protobuf;

namespace Akka.Remote.Transport;

/// <summary>One end of one connection between two transports.</summary>
public abstract class AssociationHandle
{
    /// <summary>A connection from <paramref name="localAddress"/> to <paramref name="remoteAddress"/>, as transports name them.</summary>
    protected AssociationHandle(Address localAddress, Address remoteAddress)
    {
        LocalAddress = localAddress;
        RemoteAddress = remoteAddress;
        ReadHandlerSource = new TaskCompletionSource<IHandleEventListener>(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Our end.</summary>
    public Address LocalAddress { get; protected set; }

    /// <summary>The other end.</summary>
    public Address RemoteAddress { get; protected set; }

    /// <summary>Set it to say who takes what comes in; until then nothing is read.</summary>
    public TaskCompletionSource<IHandleEventListener> ReadHandlerSource { get; protected set; }

    /// <summary>
    /// Queues a frame with this content and returns at once. False: not now (the queue is full) or no more (the connection is
    /// over); nothing was queued.
    /// </summary>
    public abstract bool Write(ByteString payload);

    /// <summary>Closes the connection after what is queued has been written. Repeated calls do nothing.</summary>
    public abstract void Disassociate();

    /// <summary>Logs <paramref name="reason"/> as debug and closes as <see cref="Disassociate()"/> does.</summary>
    public void Disassociate(string reason, ILoggingAdapter log)
    {
        if (log.IsDebugEnabled)
            log.Log(LogLevel.DebugLevel, null!, $"Association between local [{LocalAddress}] and remote [{RemoteAddress}] was disassociated because {reason}");
        Disassociate();
    }
}
