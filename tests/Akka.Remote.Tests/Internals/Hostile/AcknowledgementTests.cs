using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Acknowledgements of what was never sent, and numbers that nobody counted to.</summary>
public sealed class AcknowledgementTests() : HostileTest("akka.remote { resend-interval = 100 ms, system-message-ack-piggyback-timeout = 20 ms }")
{
    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul)]
    [InlineData(20_000ul)]
    [InlineData((ulong)long.MaxValue)]
    [InlineData(ulong.MaxValue - 1)]
    [InlineData(ulong.MaxValue)]
    public async Task An_acknowledgement_of_nothing_changes_nothing(ulong cumulative)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Ack(cumulative));
        await peer.SendFrame(Frames.Ack(cumulative, [0, 1, cumulative, ulong.MaxValue]));
        for (var i = 0; i < 5; i++)
            await peer.SendFrame(Frames.Ack(cumulative, Range(cumulative, 10_000)));

        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task What_was_not_acknowledged_is_sent_again_whatever_else_was()
    {
        using var peer = await Stranger();
        await Watch("/user/theirs#9");
        Assert.Equal(0ul, (await NextSystemMessage(peer)).Seq);

        await peer.SendFrame(Frames.Ack(ulong.MaxValue, Range(0, 10_000)));

        Assert.Equal(0ul, (await NextSystemMessage(peer)).Seq);
        await peer.SendFrame(Frames.Ack(0));
        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task Ten_thousand_gaps_are_one_message_sent_again()
    {
        using var peer = await Stranger();
        await Watch("/user/theirs#9");
        await NextSystemMessage(peer);

        await peer.SendFrame(Frames.Ack(0, Range(0, 10_000)));

        Assert.Equal(0ul, (await NextSystemMessage(peer)).Seq);
        await AssertGoodPeerIsServed();
    }

    [Theory]
    [InlineData(19_999ul)]
    [InlineData(20_000ul)]
    [InlineData((ulong)long.MaxValue)]
    [InlineData(ulong.MaxValue - 1)]
    public async Task A_number_from_far_ahead_is_not_delivered(ulong seq)
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("ahead"), seq: seq));
        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("first"), seq: 0));

        Assert.Equal("first", await Recorder.Next<string>());
        await AssertStillHeard(peer);
        await AssertGoodPeerIsServed();
    }

    [Fact]
    public async Task A_number_said_many_times_is_delivered_once()
    {
        using var peer = await Stranger();

        for (var i = 0; i < 1_000; i++)
            await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("once"), seq: 0));

        Assert.Equal("once", await Recorder.Next<string>());
        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task An_unreadable_message_with_a_number_does_not_stop_the_next()
    {
        using var peer = await Stranger();

        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Payload(9999, ""), seq: 0));
        await peer.SendFrame(Frames.Envelope("nowhere", null, seq: 1));
        await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text("next"), seq: 2));

        Assert.Equal("next", await Recorder.Next<string>());
        await AssertStillHeard(peer);
    }

    [Fact]
    public async Task Numbers_in_any_order_are_put_in_order()
    {
        using var peer = await Stranger();
        var numbers = Enumerable.Range(0, 500).ToArray();
        new Random(7).Shuffle(numbers);

        foreach (var number in numbers)
            await peer.SendFrame(Frames.Envelope(RecorderPath, Frames.Text($"{number}"), seq: (ulong)number));

        for (var number = 0; number < 500; number++)
            Assert.Equal($"{number}", await Recorder.Next<string>());
    }

    private async Task Watch(string path)
    {
        var theirs = ((ExtendedActorSystem)Node).Provider.ResolveActorRef(RawPeer.Self + path);
        await Recorder.Ref.Ask<Recorder.Done>(new Recorder.Watch(theirs), Recorder.Limit);
    }

    private static async Task<RemoteEnvelope> NextSystemMessage(RawPeer peer)
    {
        while (true)
        {
            if (await NextEnvelope(peer) is { Seq: not Pdu.NoSequenceNumber } envelope)
                return envelope;
        }
    }

    private static IEnumerable<ulong> Range(ulong from, int count) => Enumerable.Range(0, count).Select(i => unchecked(from + (ulong)i));
}
