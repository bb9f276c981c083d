using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The base of queues that need a lock around each step.</summary>
public abstract class BlockingMessageQueue : IMessageQueue, IBlockingMessageQueueSemantics
{
    private readonly Lock _gate = new();

    /// <summary>How long a thread waits for another one; 1 second.</summary>
    public TimeSpan BlockTimeOut { get; set; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public bool HasMessages => Count > 0;

    /// <inheritdoc />
    public int Count
    {
        get
        {
            lock (_gate)
                return LockedCount;
        }
    }

    /// <summary>The number of messages; the lock is held.</summary>
    protected abstract int LockedCount { get; }

    /// <inheritdoc />
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        lock (_gate)
            LockedEnqueue(envelope);
    }

    /// <inheritdoc />
    public bool TryDequeue(out Envelope envelope)
    {
        lock (_gate)
            return LockedTryDequeue(out envelope);
    }

    /// <inheritdoc />
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveAllTo(owner, deadletters);

    /// <summary>Adds a message; the lock is held.</summary>
    protected abstract void LockedEnqueue(Envelope envelope);

    /// <summary>Takes the next message; the lock is held.</summary>
    protected abstract bool LockedTryDequeue(out Envelope envelope);
}
