using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

/// <summary>What waits for one peer.</summary>
public sealed class SendQueueTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _log = null!;
    private SendQueue _queue = null!;
    private Outgoing _message = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", $"akka {{ scheduler.implementation = \"{typeof(HandScheduler).AssemblyQualifiedName}\", loglevel = WARNING, loggers = [] }}");
        _log = Recorder.Start(_node, "log");
        _node.EventStream.Subscribe(_log.Ref, typeof(Warning));
        var settings = new RemoteSettings(
            ConfigurationFactory.ParseString("akka.remote.log-buffer-size-exceeding = 3").WithFallback(RemoteConfig.Default()));
        var context = new AssociationContext(
            (ExtendedActorSystem)_node, settings, _node.Log, Nodes.AddressOf(_node), 128_000, null!,
            new AllPeers(settings.Limits), _ => { }, _ => { }, _ => { }, _ => true);
        _queue = new SendQueue(RawPeer.Self, context);
        _message = new Outgoing("message", null, (RemoteActorRef)((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs"));
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => ((HandScheduler)_node.Scheduler).PassUntil(_nodes.TerminateAll());

    [Fact]
    public async Task That_much_waits_is_told_once_until_nothing_does()
    {
        Add(3);
        for (var times = 0; times < 10; times++)
        {
            _queue.Dequeue();
            Add(1);
        }

        for (var left = 3; left > 0; left--)
            _queue.Dequeue();
        Add(3);
        _queue.Clear();
        Add(3);

        for (var times = 0; times < 3; times++)
            Assert.Equal($"3 messages wait to be sent to {RawPeer.Self}", (await _log.Next<Warning>()).Message);
        Assert.False(_log.HasMore);
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(_queue.TryAdd(_message));
    }
}
