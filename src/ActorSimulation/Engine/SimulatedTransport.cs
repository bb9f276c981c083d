using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using ActorSimulation.Network;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>An actor system's part of the simulated network. Made by Akka.Remote, whose settings name this type.</summary>
internal sealed class SimulatedTransport : Transport, IListener
{
    private readonly SimulatedSystem _system;
    private readonly TimeSpan _connectLimit;
    private readonly TaskCompletionSource<IAssociationEventListener> _above = new();
    private Address? _address;

    /// <summary>Reads the settings, which are those of Akka.Remote's TCP.</summary>
    public SimulatedTransport(ActorSystem system, Config config)
    {
        System = system;
        Config = config;
        SchemeIdentifier = "tcp";
        MaximumPayloadBytes = config.GetByteSize("maximum-frame-size") ?? 128_000;
        _connectLimit = config.GetTimeSpan("connection-timeout", TimeSpan.FromSeconds(15));
        _system = SimulatedSystem.Of(system);
    }

    /// <inheritdoc />
    public ITurnOwner Owner => _system;

    /// <inheritdoc />
    public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
    {
        _system.Network.Listen(_system.Node, _system.Port, this);
        _address = new Address(SchemeIdentifier, System.Name, _system.Node, _system.Port);
        return Task.FromResult((_address, _above));
    }

    /// <inheritdoc />
    public override bool IsResponsibleFor(Address remote) => true;

    /// <inheritdoc />
    [SuppressMessage("Usage", "MA0015", Justification = "It is thrown as DotNetty's transport throws it.")]
    public override Task<AssociationHandle> Associate(Address remoteAddress)
    {
        var done = new TaskCompletionSource<AssociationHandle>();
        _system.Network.Connect((_system.Node, _system), (remoteAddress.Host, remoteAddress.Port ?? 0), _connectLimit, (end, why) =>
        {
            if (end is null)
                done.SetException(new InvalidAssociationException($"No connection to {remoteAddress}: {why}."));
            else
                done.SetResult(new SimulatedHandle(_address!, remoteAddress, end, _system));
        });
        return done.Task;
    }

    /// <inheritdoc />
    public void Accept(ConnectionEnd end)
    {
        // As with TCP, only the host of the peer is known, and not the port that it listens on.
        var peer = new Address(SchemeIdentifier, System.Name, end.Peer.Host, 0);
        _above.Task.ContinueWith(
            above => above.Result.Notify(new InboundAssociation(new SimulatedHandle(_address!, peer, end, _system))),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc />
    public override Task<bool> Shutdown()
    {
        _system.Network.Unlisten(_system.Node, _system.Port, this);
        _system.Network.CloseAll(_system);
        return Task.FromResult(true);
    }

    /// <inheritdoc />
    public override Task<bool> ManagementCommand(object message) => Task.FromResult(true);
}
