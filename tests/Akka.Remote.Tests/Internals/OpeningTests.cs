using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote.Transport;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>Connections that take for ever to be opened: only so many are waited for.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private const string Settings = """
        akka.remote {
          enabled-transports = ["akka.remote.endless"]
          endless.transport-class = "Akka.Remote.Tests.Internals.OpeningTests+EndlessTransport, Akka.Remote.Tests"
          limits.half-open-connections = 10
          flush-wait-on-shutdown = 0
        }
        """;

    private readonly Nodes _nodes = new(Settings);
    private ActorSystem _node = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task The_oldest_has_to_go_and_nobody_waits_for_a_turn()
    {
        var letters = Listen(typeof(DeadLetter));
        var errors = Listen(typeof(AssociationErrorEvent));

        Tell(50);

        // All were tried; ten are left.
        for (var turn = 0; turn < 50; turn++)
            _ = await Transport.NextAttempt();
        for (var turn = 0; turn < 40; turn++)
            await letters.Next<DeadLetter>();
        Assert.Contains("half-open-connections", (await errors.Next<AssociationErrorEvent>()).Cause.Message, StringComparison.Ordinal);
        Assert.False(letters.HasMore);
    }

    [Fact]
    public async Task One_that_opens_after_it_had_to_go_is_closed()
    {
        var letters = Listen(typeof(DeadLetter));
        Tell(11);
        await letters.Next<DeadLetter>();
        var handles = new List<Handle>();

        for (var turn = 0; turn < 11; turn++)
        {
            handles.Add(new Handle());
            (await Transport.NextAttempt()).SetResult(handles[^1]);
        }

        await Task.WhenAny(handles.Select(handle => handle.Closed)).WaitAsync(Recorder.Limit);
        Assert.Equal(10, handles.Count(handle => !handle.Closed.IsCompleted));
    }

    private static EndlessTransport Transport => EndlessTransport.Last!;

    private void Tell(int peers)
    {
        for (var i = 0; i < peers; i++)
            ((ExtendedActorSystem)_node).Provider.ResolveActorRef($"akka.endless://Peer{i}@there:1/user/x").Tell(i, ActorRefs.NoSender);
    }

    private Recorder Listen(Type type)
    {
        var recorder = Recorder.Start(_node, "listens-for-" + type.Name);
        _node.EventStream.Subscribe(recorder.Ref, type);
        return recorder;
    }

    private sealed class Handle() : AssociationHandle(RawPeer.Self, RawPeer.Self)
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Closed => _closed.Task;

        public override bool Write(ByteString payload) => true;

        public override void Disassociate() => _closed.TrySetResult();
    }

    public sealed class EndlessTransport : Transport.Transport
    {
        private readonly BlockingCollection<TaskCompletionSource<AssociationHandle>> _attempts = [];
        public EndlessTransport(ActorSystem system, Config config)
        {
            System = system;
            Config = config;
            SchemeIdentifier = "endless";
            MaximumPayloadBytes = 128_000;
            Last = this;
        }

        public static EndlessTransport? Last { get; private set; }

        public Task<TaskCompletionSource<AssociationHandle>> NextAttempt() => Task.Run(() =>
            _attempts.TryTake(out var attempt, Recorder.Limit) ? attempt : throw new TimeoutException("nothing is opened"));

        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() =>
            Task.FromResult((new Address("endless", System.Name, "here", 1), new TaskCompletionSource<IAssociationEventListener>()));

        public override bool IsResponsibleFor(Address remote) => true;

        public override Task<AssociationHandle> Associate(Address remoteAddress)
        {
            var attempt = new TaskCompletionSource<AssociationHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
            _attempts.Add(attempt);
            return attempt.Task;
        }

        public override Task<bool> Shutdown() => Task.FromResult(true);
    }
}
