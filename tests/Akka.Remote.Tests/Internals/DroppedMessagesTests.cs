using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests.Internals;

/// <summary>Messages that are dropped together become dead letters, and hold up nobody who dropped them.</summary>
public sealed class DroppedMessagesTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private AssociationContext _context = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node");
        var settings = new RemoteSettings(RemoteConfig.Default());
        _context = new AssociationContext(
            (ExtendedActorSystem)_node, settings, _node.Log, Nodes.AddressOf(_node), 128_000, null!,
            new AllPeers(settings.Limits), _ => { }, _ => { }, _ => { }, _ => true);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    public async Task All_become_dead_letters_in_order(int count)
    {
        var letters = Recorder.Start(_node, "letters");
        _node.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));

        _context.DeadLetter(Messages(count));

        for (var number = 0; number < count; number++)
            Assert.Equal(number, (await letters.Next<DeadLetter>()).Message);
    }

    [Fact]
    public async Task Many_do_so_on_another_thread()
    {
        var listener = new ThreadsOfLetters(_node, count: 1_000);
        _node.EventStream.Subscribe(listener, typeof(DeadLetter));
        var messages = Messages(1_000);

        // A thread that is none of the pool, as the scheduler's is.
        var timers = new Thread(() => _context.DeadLetter(messages));
        timers.Start();
        timers.Join();

        Assert.DoesNotContain(timers, await listener.All.WaitAsync(Recorder.Limit));
    }

    private List<Outgoing> Messages(int count)
    {
        var theirs = (RemoteActorRef)((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");
        return [.. Enumerable.Range(0, count).Select(number => new Outgoing(number, null, theirs))];
    }

    /// <summary>Notes on which threads dead letters are published.</summary>
    private sealed class ThreadsOfLetters(ActorSystem system, int count) : MinimalActorRef
    {
        private readonly ConcurrentQueue<Thread> _threads = [];
        private readonly TaskCompletionSource<IEnumerable<Thread>> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IEnumerable<Thread>> All => _all.Task;

        public override ActorPath Path { get; } = new RootActorPath(Nodes.AddressOf(system)) / "threads-of-letters";

        public override IActorRefProvider Provider { get; } = ((ExtendedActorSystem)system).Provider;

        protected override void TellInternal(object message, IActorRef? sender)
        {
            _threads.Enqueue(Thread.CurrentThread);
            if (_threads.Count == count)
                _all.TrySetResult([.. _threads.Distinct()]);
        }
    }
}
