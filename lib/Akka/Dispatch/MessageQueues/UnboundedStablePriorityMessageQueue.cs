using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue without a limit in which messages come by priority, those of the same in the order they were sent.</summary>
public class UnboundedStablePriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly Func<object, int> _priorityGenerator;
    private readonly PriorityQueue<Envelope, (int Priority, long Number)> _queue;
    private readonly Stack<Envelope> _front = new();
    private long _number;

    /// <summary>Makes a queue.</summary>
    /// <param name="priorityGenerator">A message's priority; the lower, the sooner.</param>
    /// <param name="initialCapacity">How many messages it has room for before it grows.</param>
    public UnboundedStablePriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity)
    {
        _priorityGenerator = priorityGenerator;
        _queue = new PriorityQueue<Envelope, (int, long)>(initialCapacity);
    }

    /// <inheritdoc />
    protected override int LockedCount => _front.Count + _queue.Count;

    /// <summary>Puts a message in front of all others, whatever its priority.</summary>
    public void EnqueueFirst(Envelope envelope) => _front.Push(envelope);

    /// <inheritdoc />
    protected override void LockedEnqueue(Envelope envelope) =>
        _queue.Enqueue(envelope, (_priorityGenerator(envelope.Message), _number++));

    /// <inheritdoc />
    protected override bool LockedTryDequeue(out Envelope envelope) =>
        _front.TryPop(out envelope) || _queue.TryDequeue(out envelope, out _);
}
