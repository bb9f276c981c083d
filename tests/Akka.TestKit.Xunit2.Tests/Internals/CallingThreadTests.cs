using System.Diagnostics;

namespace Akka.TestKit.Xunit2.Tests.Internals;

public sealed class CallingThreadTests : PatientTestKit
{
    [Fact]
    public void A_long_row_of_messages_does_not_fill_the_stack()
    {
        var actor = ActorOfAsTestActorRef<CountsDown>(Props.Create(() => new CountsDown()));

        actor.Tell(10_000);

        Assert.Equal(actor.UnderlyingActor.DepthAtFirst, actor.UnderlyingActor.DepthAtLast);
    }

    private sealed class CountsDown : ReceiveActor
    {
        public CountsDown() => Receive<int>(left =>
        {
            if (DepthAtFirst == 0) DepthAtFirst = Depth;
            if (left == 0) DepthAtLast = Depth;
            else Self.Tell(left - 1);
        });

        public int DepthAtFirst { get; private set; }

        public int DepthAtLast { get; private set; }

        private static int Depth => new StackTrace().FrameCount;
    }
}
