using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// A transport around another one, whose connections it may meddle with. To those above it is one more transport, with a scheme
/// of its own before that of the wrapped one.
/// </summary>
public abstract class AbstractTransportAdapter : Transport
{
    // Flows to where the connection below is opened: the methods on the way there are official, and take no token.
    private readonly AsyncLocal<CancellationToken> _givenUp = new();

    /// <summary>The transport below.</summary>
    protected Transport WrappedTransport;

    /// <summary>An adapter around <paramref name="wrappedTransport"/>.</summary>
    protected AbstractTransportAdapter(Transport wrappedTransport)
    {
        WrappedTransport = wrappedTransport;
        System = wrappedTransport.System;
        Config = wrappedTransport.Config;
    }

    /// <summary>Adds this adapter's scheme.</summary>
    protected abstract SchemeAugmenter SchemeAugmenter { get; }

    /// <inheritdoc />
    public override string SchemeIdentifier => SchemeAugmenter.AugmentScheme(WrappedTransport.SchemeIdentifier);

    /// <inheritdoc />
    public override long MaximumPayloadBytes => WrappedTransport.MaximumPayloadBytes;

    /// <inheritdoc />
    public override async Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
    {
        var (address, wrapped) = await WrappedTransport.Listen().ConfigureAwait(false);
        var upstream = new TaskCompletionSource<IAssociationEventListener>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = PassOnAsync(InterceptListen(address, upstream.Task), wrapped);
        return (SchemeAugmenter.AugmentScheme(address), upstream);
    }

    /// <inheritdoc />
    public override bool IsResponsibleFor(Address remote) => WrappedTransport.IsResponsibleFor(SchemeAugmenter.RemoveScheme(remote));

    /// <inheritdoc />
    public override Task<AssociationHandle> Associate(Address remoteAddress)
    {
        var status = new TaskCompletionSource<AssociationHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
        InterceptAssociate(SchemeAugmenter.RemoveScheme(remoteAddress), status);
        return status.Task;
    }

    /// <inheritdoc />
    internal override async Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp)
    {
        _givenUp.Value = givenUp;
        return await Associate(remoteAddress).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public override Task<bool> Shutdown() => WrappedTransport.Shutdown();

    /// <inheritdoc />
    public override Task<bool> ManagementCommand(object message) => WrappedTransport.ManagementCommand(message);

    /// <summary>Says who takes what others open to the wrapped transport, once somebody above wants it.</summary>
    /// <param name="listenAddress">What the wrapped transport listens on.</param>
    /// <param name="listenerTask">Who is to get it in the end.</param>
    protected abstract Task<IAssociationEventListener> InterceptListen(Address listenAddress, Task<IAssociationEventListener> listenerTask);

    /// <summary>Opens a connection, or not, and says so in <paramref name="statusPromise"/>.</summary>
    /// <param name="remoteAddress">Where to, as the wrapped transport calls it.</param>
    /// <param name="statusPromise">Set to the connection, or to why there is none.</param>
    protected abstract void InterceptAssociate(Address remoteAddress, TaskCompletionSource<AssociationHandle> statusPromise);

    /// <summary>Opens a connection through the wrapped transport and puts <paramref name="wrap"/> around it.</summary>
    private protected async Task AssociateWrappedAsync(
        Address remoteAddress, TaskCompletionSource<AssociationHandle> statusPromise, Func<AssociationHandle, AssociationHandle> wrap)
    {
        // No further: a connection's whole life goes on from where it is opened.
        var givenUp = _givenUp.Value;
        _givenUp.Value = default;
        try
        {
            statusPromise.TrySetResult(wrap(await WrappedTransport.Associate(remoteAddress, givenUp).ConfigureAwait(false)));
        }
#pragma warning disable CA1031 // Whatever it is, it is the answer to whoever asked for the connection.
        catch (Exception e)
#pragma warning restore CA1031
        {
            statusPromise.TrySetException(e);
        }
    }

    private static async Task PassOnAsync(
        Task<IAssociationEventListener> intercepting, TaskCompletionSource<IAssociationEventListener> wrapped) =>
        wrapped.TrySetResult(await intercepting.ConfigureAwait(false));
}
