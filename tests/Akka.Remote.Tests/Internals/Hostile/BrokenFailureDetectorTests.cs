using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>A failure detector of the program's own that throws: no connection can be watched by it.</summary>
public sealed class BrokenFailureDetectorTests() : HostileTest("""
    akka.remote {
      limits.half-open-connections = 1
      transport-failure-detector.implementation-class = "Akka.Remote.Tests.Internals.Hostile.BrokenFailureDetectorTests+Detector, Akka.Remote.Tests"
    }
    """)
{
    public override Task InitializeAsync()
    {
        Detector.IsBroken = true;
        return base.InitializeAsync();
    }

    [Fact]
    public async Task A_connection_to_another_is_closed_and_the_event_says_why()
    {
        var errors = Recorder.Start(Node, "errors");
        Node.EventStream.Subscribe(errors.Ref, typeof(AssociationErrorEvent));
        using var listener = new RawListener();

        ((ExtendedActorSystem)Node).Provider.ResolveActorRef(listener.Self + "/user/theirs").Tell("hello", ActorRefs.NoSender);

        using var peer = await listener.Accept();
        Assert.Null(await peer.Read());
        Assert.Equal("out of order", (await errors.Next<AssociationErrorEvent>()).Cause.Message);
    }

    [Fact]
    public async Task A_strangers_connection_is_closed_and_not_in_the_way_of_the_next_one()
    {
        using var first = RawPeer.Connect(Node);
        Assert.Null(await first.Read());

        Detector.IsBroken = false;
        await AssertGoodPeerIsServed();

        Assert.EndsWith("failed: out of order", Assert.Single(await Warnings()), StringComparison.Ordinal);
    }

    public sealed class Detector : FailureDetector
    {
        public Detector(Config config, EventStream events)
        {
            // As one that a configuration names has to be made.
        }

        public static bool IsBroken { get; set; }

        public override bool IsAvailable => true;

        public override bool IsMonitoring => true;

        public override void HeartBeat()
        {
            if (IsBroken)
                throw new InvalidOperationException("out of order");
        }
    }
}
