using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

#pragma warning disable CA1001 // As long as nobody asks for its wait handle, a semaphore holds nothing to dispose.
/// <summary>First in, first out; a sender waits for room for a while, then its message is a dead letter.</summary>
public class BoundedMessageQueue : IMessageQueue, IBoundedMessageQueueSemantics
#pragma warning restore CA1001
{
    private readonly ConcurrentQueue<Envelope> _queue = new();
    private readonly SemaphoreSlim _room;

    /// <summary>Makes a queue.</summary>
    /// <param name="boundedCapacity">How many messages it takes; at least 1.</param>
    /// <param name="pushTimeOut">How long a sender waits for room; negative: for ever.</param>
    public BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(boundedCapacity);
        PushTimeOut = pushTimeOut;
        _room = new SemaphoreSlim(boundedCapacity);
    }

    /// <inheritdoc />
    public bool HasMessages => !_queue.IsEmpty;

    /// <inheritdoc />
    public int Count => _queue.Count;

    /// <inheritdoc />
    public TimeSpan PushTimeOut { get; set; }

    /// <inheritdoc />
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (_room.Wait(PushTimeOut < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : PushTimeOut))
        {
            _queue.Enqueue(envelope);
            return;
        }
        var deadLetters = ((IInternalActorRef)receiver).Provider.DeadLetters;
        deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver), envelope.Sender);
    }

    /// <inheritdoc />
    public bool TryDequeue(out Envelope envelope)
    {
        if (!_queue.TryDequeue(out envelope))
            return false;
        _room.Release();
        return true;
    }

    /// <inheritdoc />
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveAllTo(owner, deadletters);
}
