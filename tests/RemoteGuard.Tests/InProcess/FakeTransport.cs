using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace RemoteGuard.Tests.InProcess;

/// <summary>A transport without a network: who connects and what comes is told to it.</summary>
internal sealed class FakeTransport : Transport
{
    private readonly TaskCompletionSource<IAssociationEventListener> _listener = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes one.</summary>
    public FakeTransport(ActorSystem system)
    {
        (System, Config, SchemeIdentifier, MaximumPayloadBytes) = (system, Config.Empty, "tcp", 128_000);
        Address = new Address("tcp", system.Name, "127.0.0.1", 8080);
    }

    /// <summary>The address that it listens on.</summary>
    public Address Address { get; }

    /// <inheritdoc />
    public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() => Task.FromResult((Address, _listener));

    /// <inheritdoc />
    public override bool IsResponsibleFor(Address remote) => true;

    /// <inheritdoc />
    public override Task<AssociationHandle> Associate(Address remoteAddress) => Task.FromResult<AssociationHandle>(new FakeConnection(Address, remoteAddress));

    /// <inheritdoc />
    public override Task<bool> Shutdown() => Task.FromResult(true);

    /// <summary>Somebody connects.</summary>
    /// <param name="host">The IP address that it comes from.</param>
    /// <param name="port">Its port.</param>
    public async Task<FakeConnection> ComeAsync(string host, int port)
    {
        var connection = new FakeConnection(Address, new Address("tcp", Address.System, host, port));
        (await _listener.Task).Notify(new InboundAssociation(connection));
        return connection;
    }
}

/// <summary>A connection without a network.</summary>
internal sealed class FakeConnection(Address here, Address there) : AssociationHandle(here, there)
{
    /// <summary>What was written to it.</summary>
    public List<byte[]> Written { get; } = [];

    /// <summary>Whether it was ended from this side.</summary>
    public bool HasEnded { get; private set; }

    /// <inheritdoc />
    public override bool Write(ByteString payload)
    {
        Written.Add(payload.ToByteArray());
        return !HasEnded;
    }

#pragma warning disable CS0672 // What replaces it can't be overridden.
    /// <inheritdoc />
    public override void Disassociate() => HasEnded = true;
#pragma warning restore CS0672

    /// <summary>A frame comes.</summary>
    public void Come(byte[] frame) => ReadHandlerSource.Task.Result.Notify(new InboundPayload(ByteString.CopyFrom(frame)));

    /// <summary>The other side ends it.</summary>
    public void End() => ReadHandlerSource.Task.Result.Notify(new Disassociated(DisassociateInfo.Unknown));
}
