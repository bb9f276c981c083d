using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

/// <summary>When system messages are sent again, in virtual time, to a peer that the test plays.</summary>
public sealed class ResendTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _recorder = null!;

    private HandScheduler Scheduler => (HandScheduler)_node.Scheduler;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", $$"""
            akka.scheduler.implementation = "{{typeof(HandScheduler).AssemblyQualifiedName}}"
            akka.remote { resend-interval = 2 s, watch-failure-detector.heartbeat-interval = 1 h }
            """);
        _recorder = Recorder.Start(_node, "recorder");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Scheduler.PassUntil(_nodes.TerminateAll());

    [Fact]
    public async Task A_peer_that_gets_on_with_them_has_the_whole_interval_for_the_rest()
    {
        using var peer = RawPeer.Connect(_node);
        await peer.Associate(uid: 1);
        foreach (var name in new[] { "a", "b" })
            _recorder.Ref.Tell(new Recorder.Watch(Remote("/user/" + name)), ActorRefs.NoSender);
        Assert.Equal(0UL, (await peer.NextSystemMessage()).Seq);
        Assert.Equal(1UL, (await peer.NextSystemMessage()).Seq);

        Scheduler.Advance(TimeSpan.FromSeconds(1.5));
        await peer.SendFrame(Pdu.Payload(new AckAndEnvelopeContainer { Ack = new AcknowledgementInfo { CumulativeAck = 0 } }));
        await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(_node) + "/user/recorder", "all read"));
        await _recorder.Next<string>();
        Scheduler.Advance(TimeSpan.FromSeconds(1.5));
        Remote("/user/x").Tell("marker", ActorRefs.NoSender);
        Assert.Equal(Pdu.NoSequenceNumber, (await peer.NextEnvelope()).Seq);

        Scheduler.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(1UL, (await peer.NextEnvelope()).Seq);
    }

    private IActorRef Remote(string path) => ((ExtendedActorSystem)_node).Provider.ResolveActorRef(RawPeer.Self + path);
}
