using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Envelopes by priority, those of the same in the order they came; what was put back comes before all.</summary>
internal sealed class PriorityEnvelopes(Func<object, int> priorityOf, int initialCapacity)
{
    private readonly PriorityQueue<Envelope, (int Priority, long Number)> _queue = new(initialCapacity);
    private readonly Stack<Envelope> _front = new();
    private long _number;

    public int Count => _front.Count + _queue.Count;

    public void Add(Envelope envelope) => _queue.Enqueue(envelope, (priorityOf(envelope.Message), _number++));

    public void PutBack(Envelope envelope) => _front.Push(envelope);

    public bool TryTake(out Envelope envelope) => _front.TryPop(out envelope) || _queue.TryDequeue(out envelope, out _);
}
