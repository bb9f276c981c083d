using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote.Transport;

namespace Akka.Remote.Tests.Internals;

/// <summary>Connections that take for ever to be opened: only so many are opened at a time.</summary>
public sealed class OpeningTests : IAsyncLifetime
{
    private const string Settings = """
        akka.remote {
          enabled-transports = ["akka.remote.endless"]
          endless.transport-class = "Akka.Remote.Tests.Internals.OpeningTests+EndlessTransport, Akka.Remote.Tests"
          limits.half-open-connections = 10
        }
        """;

    private readonly Nodes _nodes = new(Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Others_wait_until_one_is_open_or_has_failed()
    {
        var node = _nodes.Start("Node");
        var letters = Recorder.Start(node, "letters");
        node.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var transport = EndlessTransport.Last!;

        for (var i = 0; i < 50; i++)
            ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.endless://Peer{i}@there:1/user/x").Tell(i, ActorRefs.NoSender);

        // Ten at a time, until all have had their turn.
        for (var turn = 0; turn < 50; turn++)
        {
            var next = await transport.NextAttempt();
            Assert.InRange(transport.Pending, 1, 10);
            next.SetException(new InvalidAssociationException("nobody is there"));
            await letters.Next<DeadLetter>();
        }
    }

    public sealed class EndlessTransport : Transport.Transport
    {
        private readonly BlockingCollection<TaskCompletionSource<AssociationHandle>> _attempts = [];
        private int _pending;

        public EndlessTransport(ActorSystem system, Config config)
        {
            System = system;
            Config = config;
            SchemeIdentifier = "endless";
            MaximumPayloadBytes = 128_000;
            Last = this;
        }

        public static EndlessTransport? Last { get; private set; }

        public int Pending => Volatile.Read(ref _pending);

        public Task<TaskCompletionSource<AssociationHandle>> NextAttempt() => Task.Run(() =>
            _attempts.TryTake(out var attempt, Recorder.Limit) ? attempt : throw new TimeoutException("nothing is opened"));

        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() =>
            Task.FromResult((new Address("endless", System.Name, "here", 1), new TaskCompletionSource<IAssociationEventListener>()));

        public override bool IsResponsibleFor(Address remote) => true;

        public override async Task<AssociationHandle> Associate(Address remoteAddress)
        {
            var attempt = new TaskCompletionSource<AssociationHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Increment(ref _pending);
            _attempts.Add(attempt);
            try
            {
                return await attempt.Task;
            }
            finally
            {
                Interlocked.Decrement(ref _pending);
            }
        }

        public override Task<bool> Shutdown() => Task.FromResult(true);
    }
}
