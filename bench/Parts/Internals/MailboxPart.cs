using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using BenchmarkDotNet.Attributes;

namespace Parts.Internals;

/// <summary>An envelope into the queue of an actor and out again.</summary>
public class MailboxPart
{
    private const int Messages = 1_000;

    private readonly EnvelopeChunks _queue = new();
    private readonly Envelope _envelope = new(new object(), ActorRefs.NoSender);

    /// <summary>One in, one out.</summary>
    [Benchmark]
    public bool OneByOne()
    {
        _queue.Add(_envelope);
        return _queue.TryTake(out _);
    }

    /// <summary>A thousand in, then a thousand out.</summary>
    [Benchmark(OperationsPerInvoke = Messages)]
    public int InARow()
    {
        for (var i = 0; i < Messages; i++)
            _queue.Add(_envelope);
        var taken = 0;
        while (_queue.TryTake(out _))
            taken++;
        return taken;
    }
}
