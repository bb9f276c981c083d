using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>A peer to which much is said and that reads nothing.</summary>
[Collection(nameof(Alone))]
public sealed class UnreadPeerTests() : HostileTest("akka.remote.limits.send-queue-bytes = 32 MiB")
{
    // What waits is kept as it was and as bytes.
    private const long MostBytes = 160 << 20;

    [Fact]
    public async Task What_it_does_not_read_ends_as_dead_letters_and_not_in_memory()
    {
        var letters = Node.ActorOf(Props.Create<Counter>(), "letters");
        Node.EventStream.Subscribe(letters, typeof(DeadLetter));
        Node.EventStream.Subscribe(letters, typeof(Dropped));
        await AssertGoodPeerIsServed();
        var heap = Heap.Now();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using (await Stranger())
        {
            var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");
            for (var i = 0; i < 40_000; i++)
                theirs.Tell(new string('x', 10_000), ActorRefs.NoSender);

            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.True(held < MostBytes, $"for one peer {held} bytes are held");
            await AssertGoodPeerIsServed();
        }

        // 400 MB were said; most of them had no place.
        await Until(() => letters.Ask<int>("how many?", Recorder.Limit).Result > 20_000);
        await AssertGoodPeerIsServed();
        await heap.IsBack();
    }

    private sealed class Counter : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (message is AllDeadLetters)
                _count++;
            else
                Sender.Tell(_count);
        }
    }
}
