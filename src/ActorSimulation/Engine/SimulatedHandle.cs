using Akka.Actor;
using Akka.Remote.Transport;
using ActorSimulation.Network;
using Google.Protobuf;

namespace ActorSimulation.Engine;

/// <summary>One end of a connection, as Akka.Remote sees it.</summary>
internal sealed class SimulatedHandle : AssociationHandle
{
    private readonly ConnectionEnd _end;
    private readonly SimulatedSystem _system;

    /// <summary>Begins to listen when Akka.Remote does.</summary>
    public SimulatedHandle(Address localAddress, Address remoteAddress, ConnectionEnd end, SimulatedSystem system)
        : base(localAddress, remoteAddress)
    {
        (_end, _system) = (end, system);
        ReadHandlerSource.Task.ContinueWith(
            listener => end.Listen(
                bytes => listener.Result.Notify(new InboundPayload(UnsafeByteOperations.UnsafeWrap(bytes))),
                () => listener.Result.Notify(new Disassociated(DisassociateInfo.Unknown))),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc />
    public override bool Write(ByteString payload)
    {
        _system.Trace.AddPacket(_system.Node, _end.Peer.Host, payload.Span);
        return _end.Send(payload.Memory);
    }

    /// <inheritdoc />
#pragma warning disable CS0672, CS0618 // Akka.Remote still calls it.
    public override void Disassociate() => _end.Close();
#pragma warning restore CS0672, CS0618
}
