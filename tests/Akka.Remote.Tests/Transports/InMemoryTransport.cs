using System.Collections.Concurrent;
using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Tests;

/// <summary>Carries frames between the systems of one process, without a socket, under the contract that TCP keeps to.</summary>
public sealed class InMemoryTransport : Transport.Transport
{
    public const string Settings = """
        akka.remote {
          enabled-transports = ["akka.remote.in-memory"]
          in-memory.transport-class = "Akka.Remote.Tests.InMemoryTransport, Akka.Remote.Tests"
        }
        """;

    private static readonly ConcurrentDictionary<Address, InMemoryTransport> Listening = new();
    private static int _lastPort;

    private readonly TaskCompletionSource<IAssociationEventListener> _upstream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Officially, connections between the same addresses are equal.
    private readonly ConcurrentDictionary<Handle, byte> _open = new(ReferenceEqualityComparer.Instance);
    private volatile bool _stopping;
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
        _local = new Address(SchemeIdentifier, System.Name, "here", Interlocked.Increment(ref _lastPort));
        Listening[_local] = this;
        return Task.FromResult((_local, _upstream));
    }

    public override bool IsResponsibleFor(Address remote) => true;

    public override async Task<AssociationHandle> Associate(Address remoteAddress)
    {
        if (_stopping || _local is null)
            throw new InvalidAssociationException($"Cannot connect to {remoteAddress}: this transport is not running");
        if (!Listening.TryGetValue(remoteAddress, out var peer))
            throw new InvalidAssociationException($"Cannot connect to {remoteAddress}: nobody is there");
        var listener = await peer.UpstreamAsync(remoteAddress);
        var (ours, theirs) = Handle.Pair(_local, remoteAddress);
        Keep(ours);
        peer.Keep(theirs);
        listener.Notify(new InboundAssociation(theirs));
        return ours;
    }

    public override Task<bool> Shutdown()
    {
        _stopping = true;
        if (_local is not null)
            Listening.TryRemove(_local, out _);
        _upstream.TrySetCanceled();
        foreach (var handle in _open.Keys)
            handle.Disassociate();
        return Task.FromResult(true);
    }

    private async Task<IAssociationEventListener> UpstreamAsync(Address address)
    {
        try
        {
            return await _upstream.Task;
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidAssociationException($"Cannot connect to {address}: it shut down", e);
        }
    }

    private void Keep(Handle handle)
    {
        _open[handle] = 0;
        _ = handle.Closed.ContinueWith(
            _ => _open.TryRemove(handle, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (_stopping)
            handle.Disassociate();
    }

    private sealed class Handle : AssociationHandle
    {
        // So much may wait for a peer that doesn't read.
        private const long HighWaterMark = 1 << 20;

        private readonly Channel<IHandleEvent> _incoming = Channel.CreateUnbounded<IHandleEvent>(new UnboundedChannelOptions { SingleReader = true });
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private Handle _peer = null!;
        private bool _ended;
        private long _unread;

        private Handle(Address local, Address remote) : base(local, remote) => _ = PumpAsync();

        /// <summary>Done when nothing more comes in here.</summary>
        public Task Closed => _closed.Task;

        public static (Handle Ours, Handle Theirs) Pair(Address ours, Address theirs)
        {
            var one = new Handle(ours, theirs);
            one._peer = new Handle(theirs, ours) { _peer = one };
            return (one, one._peer);
        }

        public override bool Write(ByteString payload) => _peer.Receive(payload);

        public override void Disassociate()
        {
            End();
            _peer.End();
        }

        private bool Receive(ByteString payload)
        {
            lock (_gate)
            {
                if (_ended || _unread > HighWaterMark)
                    return false;
                _unread += payload.Length;
                return _incoming.Writer.TryWrite(new InboundPayload(payload));
            }
        }

        private void End()
        {
            lock (_gate)
            {
                if (_ended)
                    return;
                _ended = true;
                _incoming.Writer.TryWrite(new Disassociated(DisassociateInfo.Unknown));
                _incoming.Writer.Complete();
            }

            _closed.TrySetResult();
        }

        private async Task PumpAsync()
        {
            var listener = await ReadHandlerSource.Task;

            // Not on the thread of the one who set it.
            await Task.Yield();
            try
            {
                await foreach (var ev in _incoming.Reader.ReadAllAsync())
                {
                    if (ev is InboundPayload { Payload.Length: var length })
                        Interlocked.Add(ref _unread, -length);
                    listener.Notify(ev);
                }
            }
            finally
            {
                // A listener that throws wants no more.
                Disassociate();
            }
        }
    }
}
