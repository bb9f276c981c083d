using System.Collections.Concurrent;
using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Tests;

/// <summary>Carries frames between the systems of one process, without a socket.</summary>
public sealed class InMemoryTransport : Transport.Transport
{
    public const string Settings = """
        akka.remote {
          enabled-transports = ["akka.remote.in-memory"]
          in-memory.transport-class = "Akka.Remote.Tests.InMemoryTransport, Akka.Remote.Tests"
        }
        """;

    private static readonly ConcurrentDictionary<Address, InMemoryTransport> All = new();
    private static int _lastPort;

    private readonly TaskCompletionSource<IAssociationEventListener> _upstream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<Handle> _handles = [];
    private Address? _local;

    public InMemoryTransport(ActorSystem system, Config config)
    {
        System = system;
        Config = config;
        SchemeIdentifier = "mem";
        MaximumPayloadBytes = 128_000;
    }

    public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
    {
        _local = new Address("mem", System.Name, "here", Interlocked.Increment(ref _lastPort));
        All[_local] = this;
        return Task.FromResult((_local, _upstream));
    }

    public override bool IsResponsibleFor(Address remote) => true;

    public override async Task<AssociationHandle> Associate(Address remoteAddress)
    {
        if (!All.TryGetValue(remoteAddress, out var peer))
            throw new InvalidAssociationException($"Nobody at {remoteAddress}");
        var ours = new Handle(_local!, remoteAddress);
        var theirs = new Handle(remoteAddress, _local!) { Peer = ours };
        ours.Peer = theirs;
        _handles.Add(ours);
        peer._handles.Add(theirs);
        (await peer._upstream.Task).Notify(new InboundAssociation(theirs));
        return ours;
    }

    public override Task<bool> Shutdown()
    {
        All.TryRemove(_local!, out _);
        foreach (var handle in _handles)
            handle.Disassociate();
        return Task.FromResult(true);
    }

    private sealed class Handle : AssociationHandle
    {
        private readonly Channel<IHandleEvent> _incoming = Channel.CreateUnbounded<IHandleEvent>(new UnboundedChannelOptions { SingleReader = true });

        public Handle(Address local, Address remote) : base(local, remote) => _ = PumpAsync();

        public Handle Peer { get; set; } = null!;

        public override bool Write(ByteString payload) => Peer._incoming.Writer.TryWrite(new InboundPayload(payload));

        public override void Disassociate()
        {
            Close();
            Peer.Close();
        }

        private void Close()
        {
            _incoming.Writer.TryWrite(new Disassociated(DisassociateInfo.Unknown));
            _incoming.Writer.TryComplete();
        }

        private async Task PumpAsync()
        {
            var listener = await ReadHandlerSource.Task;
            await foreach (var ev in _incoming.Reader.ReadAllAsync())
                listener.Notify(ev);
        }
    }
}
