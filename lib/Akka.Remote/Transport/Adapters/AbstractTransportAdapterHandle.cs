using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>A connection of an adapter, around one of the transport below.</summary>
public abstract class AbstractTransportAdapterHandle : AssociationHandle
{
    private Func<IHandleEventListener, IHandleEventListener>? _intercept;
    private int _passedOn;

    /// <summary>A connection around <paramref name="wrappedHandle"/>, with its addresses.</summary>
    protected AbstractTransportAdapterHandle(AssociationHandle wrappedHandle, string addedSchemeIdentifier)
        : this(wrappedHandle.LocalAddress, wrappedHandle.RemoteAddress, wrappedHandle, addedSchemeIdentifier)
    {
    }

    /// <summary>A connection around <paramref name="wrappedHandle"/>, between other addresses.</summary>
    protected AbstractTransportAdapterHandle(
        Address originalLocalAddress, Address originalRemoteAddress, AssociationHandle wrappedHandle, string addedSchemeIdentifier)
        : base(originalLocalAddress, originalRemoteAddress)
    {
        WrappedHandle = wrappedHandle;
        OriginalLocalAddress = originalLocalAddress;
        OriginalRemoteAddress = originalRemoteAddress;
        SchemeAugmenter = new SchemeAugmenter(addedSchemeIdentifier);
        LocalAddress = SchemeAugmenter.AugmentScheme(originalLocalAddress);
        RemoteAddress = SchemeAugmenter.AugmentScheme(originalRemoteAddress);
    }

    /// <summary>Our end, as the transport below calls it.</summary>
    public Address OriginalLocalAddress { get; }

    /// <summary>The other end, as the transport below calls it.</summary>
    public Address OriginalRemoteAddress { get; }

    /// <summary>The connection below.</summary>
    public AssociationHandle WrappedHandle { get; }

    /// <summary>Adds the adapter's scheme.</summary>
    protected SchemeAugmenter SchemeAugmenter { get; }

    /// <summary>As soon as somebody reads here, <paramref name="intercept"/> says who reads the connection below.</summary>
    private protected void InterceptReading(Func<IHandleEventListener, IHandleEventListener> intercept)
    {
        _intercept = intercept;
        _ = ReadHandlerSource.Task.ContinueWith(
            _ => PassReadingOn(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Closes the connection below. Who reads here hears of it.</summary>
    private protected void DisassociateWrapped()
    {
        ReadHandlerSource.TrySetCanceled();
        PassReadingOn();
        WrappedHandle.Disassociate();
    }

    /// <summary>Has the connection below read, if somebody reads here.</summary>
    private protected void PassReadingOn()
    {
        if (!ReadHandlerSource.Task.IsCompletedSuccessfully || Interlocked.Exchange(ref _passedOn, 1) == 1)
            return;
        var reader = _intercept!(ReadHandlerSource.Task.Result);

        // Closed from below before anybody read: nobody else will tell.
        if (!WrappedHandle.ReadHandlerSource.TrySetResult(reader))
            reader.Notify(new Disassociated(DisassociateInfo.Unknown));
    }
}
