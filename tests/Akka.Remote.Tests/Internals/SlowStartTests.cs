using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Tests.Internals.Hostile;
using Akka.Remote.Transport;
using Listening = System.Threading.Tasks.TaskCompletionSource<(Akka.Actor.Address, System.Threading.Tasks.TaskCompletionSource<Akka.Remote.Transport.IAssociationEventListener>)>;

namespace Akka.Remote.Tests.Internals;

/// <summary>A start that takes longer than it may, for the first of two transports.</summary>
public sealed class SlowStartTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync()
    {
        SlowTransport.Created.Clear();
        var error = Assert.Throws<RemoteTransportException>(() => _nodes.Start("A", """
            akka.remote {
              startup-timeout = 100 ms
              enabled-transports = ["akka.remote.first", "akka.remote.second"]
              first.transport-class = "Akka.Remote.Tests.Internals.SlowStartTests+SlowTransport, Akka.Remote.Tests"
              second.transport-class = "Akka.Remote.Tests.Internals.SlowStartTests+SlowTransport, Akka.Remote.Tests"
            }
            """));
        Assert.Equal("Remoting did not start within 0.1 s (akka.remote.startup-timeout)", error.Message);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task What_listens_later_is_shut_down_and_nothing_else_comes_to_listen()
    {
        var (first, second) = (SlowTransport.Created[0], SlowTransport.Created[1]);

        await GoOn(listening => listening.SetResult((new Address("slow", "A", "here", 1), new TaskCompletionSource<IAssociationEventListener>())));

        await first.ShutDownAfterAll.WaitAsync(Recorder.Limit);
        Assert.False(second.IsAskedToListen);
    }

    [Fact]
    public async Task Nobody_need_look_at_why_it_fails_later()
    {
        await GoOn(listening => listening.SetException(new RemoteTransportException("not today")));

        Assert.Equal("", UnobservedExceptions.Take());
    }

    /// <summary>Lets the start go on, to its end: on a thread that has no context, what waits goes on at once.</summary>
    private static async Task GoOn(Action<Listening> with)
    {
        await Task.Run(() => with(SlowTransport.Created[0].Listening));
        SlowTransport.Created.Clear();
    }

    public sealed class SlowTransport : Transport.Transport
    {
        private readonly TaskCompletionSource _shutDownAfterAll = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowTransport(ActorSystem system, Config config)
        {
            System = system;
            Config = config;
            SchemeIdentifier = "slow";
            MaximumPayloadBytes = 128_000;
            Created.Add(this);
        }

        public static List<SlowTransport> Created { get; } = [];

        public Listening Listening { get; } = new();

        public bool IsAskedToListen { get; private set; }

        /// <summary>Completed by a shutdown that finds it listening.</summary>
        public Task ShutDownAfterAll => _shutDownAfterAll.Task;

        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen()
        {
            IsAskedToListen = true;
            return Listening.Task;
        }

        public override bool IsResponsibleFor(Address remote) => true;

        public override Task<AssociationHandle> Associate(Address remoteAddress) => throw new NotSupportedException();

        public override Task<bool> Shutdown()
        {
            if (Listening.Task.IsCompletedSuccessfully)
                _shutDownAfterAll.TrySetResult();
            return Task.FromResult(true);
        }
    }
}
