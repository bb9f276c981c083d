using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals;

/// <summary>Outbox and inbox over a channel that loses, repeats and reorders: everything arrives once, in order.</summary>
public class LossyChannelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_message_is_delivered_once_and_in_order(int seed)
    {
        const int Count = 500;
        var random = new Random(seed);
        var outbox = new SystemMessageOutbox(Count, new ByteBudget(long.MaxValue));
        var inbox = new SystemMessageInbox(Count, new ByteBudget(long.MaxValue));
        var wire = new List<RemoteEnvelope>();
        var delivered = new List<ulong>();
        for (var i = 0; i < Count; i++)
        {
            var envelope = new RemoteEnvelope();
            Assert.True(outbox.TryAdd(envelope));
            outbox.Sent();
            wire.Add(envelope);
        }

        for (var round = 0; outbox.Count > 0; round++)
        {
            Assert.True(round < 1000, "it does not come to an end");
            foreach (var envelope in Damage(wire, random))
            {
                var ready = new List<RemoteEnvelope>();
                inbox.Receive(envelope, ready);
                delivered.AddRange(ready.Select(one => one.Seq));
            }

            wire.Clear();
            if (random.NextDouble() < 0.7)
                wire.AddRange(outbox.Acknowledge(inbox.Acknowledgement()));
            if (random.NextDouble() < 0.5)
                wire.AddRange(outbox.Unacknowledged);
        }

        Assert.Equal(Enumerable.Range(0, Count).Select(i => (ulong)i), delivered);
    }

    private static List<RemoteEnvelope> Damage(IEnumerable<RemoteEnvelope> sent, Random random) => [.. sent
        .Where(_ => random.NextDouble() < 0.6)
        .SelectMany(envelope => random.NextDouble() < 0.2 ? new[] { envelope, envelope } : [envelope])
        .OrderBy(_ => random.Next())];
}
