using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Lets messages be put back in front of another queue; only the actor's thread takes and puts back.</summary>
public class DequeWrapperMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    /// <summary>The queue behind.</summary>
    protected readonly IMessageQueue MessageQueue;

    private readonly Stack<Envelope> _front = new();

    /// <summary>Wraps a queue.</summary>
    public DequeWrapperMessageQueue(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    /// <inheritdoc />
    public bool HasMessages => _front.Count > 0 || MessageQueue.HasMessages;

    /// <inheritdoc />
    public int Count => _front.Count + MessageQueue.Count;

    /// <inheritdoc />
    public void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    /// <inheritdoc />
    public void EnqueueFirst(Envelope envelope) => _front.Push(envelope);

    /// <inheritdoc />
    public bool TryDequeue(out Envelope envelope) => _front.TryPop(out envelope) || MessageQueue.TryDequeue(out envelope);

    /// <inheritdoc />
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveAllTo(owner, deadletters);
}
