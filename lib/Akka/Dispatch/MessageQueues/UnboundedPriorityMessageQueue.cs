using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue without a limit in which messages come by priority.</summary>
public class UnboundedPriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly PriorityEnvelopes _envelopes;

    /// <summary>Makes a queue.</summary>
    /// <param name="priorityGenerator">A message's priority; the lower, the sooner.</param>
    /// <param name="initialCapacity">How many messages it has room for before it grows.</param>
    public UnboundedPriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity) =>
        _envelopes = new PriorityEnvelopes(priorityGenerator, initialCapacity);

    /// <inheritdoc />
    protected override int LockedCount => _envelopes.Count;

    /// <summary>Puts a message in front of all others, whatever its priority.</summary>
    public void EnqueueFirst(Envelope envelope) => _envelopes.PutBack(envelope);

    /// <inheritdoc />
    protected override void LockedEnqueue(Envelope envelope) => _envelopes.Add(envelope);

    /// <inheritdoc />
    protected override bool LockedTryDequeue(out Envelope envelope) => _envelopes.TryTake(out envelope);
}
