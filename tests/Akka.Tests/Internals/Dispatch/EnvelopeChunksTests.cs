using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Internals.Dispatch;

public sealed class EnvelopeChunksTests
{
    private const int Senders = 4;
    private const int Each = 50_000;

    private readonly EnvelopeChunks _queue = new();

    [Fact]
    public void It_is_empty_at_first()
    {
        Assert.False(_queue.HasAny);
        Assert.Equal(0, _queue.Count);
        Assert.False(_queue.TryTake(out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5_000)]
    public void What_was_added_comes_out_in_order_and_is_counted(int count)
    {
        for (var i = 0; i < count; i++)
            Add(i);
        Assert.Equal(count, _queue.Count);

        for (var i = 0; i < count; i++)
        {
            Assert.True(_queue.HasAny);
            Assert.Equal(i, Take());
        }

        Assert.False(_queue.HasAny);
        Assert.Equal(0, _queue.Count);
        Assert.False(_queue.TryTake(out _));
    }

    [Fact]
    public void Places_are_used_again_without_mixing_old_and_new()
    {
        var next = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var count = round % 37;
            for (var i = 0; i < count; i++)
                Add(next + i);
            for (var i = 0; i < count; i++)
                Assert.Equal(next++, Take());
            Assert.False(_queue.TryTake(out _));
        }
    }

    [Fact]
    public void A_queue_that_is_emptied_as_it_is_filled_allocates_nothing()
    {
        var message = new object();
        for (var i = 0; i < 100; i++)
            AddAndTake(message);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            AddAndTake(message);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task Messages_of_many_threads_all_come_out_each_threads_in_its_order()
    {
        var sending = Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
                Add((sender, i));
        })).ToArray();
        var next = new int[Senders];

        for (var taken = 0; taken < Senders * Each;)
        {
            if (!_queue.TryTake(out var envelope))
                continue;
            var (sender, number) = ((int, int))envelope.Message;
            Assert.Equal(next[sender]++, number);
            taken++;
        }

        await Task.WhenAll(sending);
        Assert.False(_queue.HasAny);
    }

    private void AddAndTake(object message)
    {
        _queue.Add(new Envelope(message, ActorRefs.NoSender));
        _queue.TryTake(out _);
    }

    private void Add(object message) => _queue.Add(new Envelope(message, ActorRefs.NoSender));

    private object Take()
    {
        Assert.True(_queue.TryTake(out var envelope));
        return envelope.Message;
    }
}
