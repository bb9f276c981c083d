namespace Akka.Dispatch.MessageQueues;

/// <summary>A <see cref="BoundedMessageQueue"/> that messages can be put back into.</summary>
public class BoundedDequeMessageQueue : DequeWrapperMessageQueue, IBoundedDequeBasedMessageQueueSemantics
{
    /// <summary>Makes a queue.</summary>
    /// <param name="boundedCapacity">How many messages it takes; what is put back doesn't count.</param>
    /// <param name="pushTimeOut">How long a sender waits for room; negative: for ever.</param>
    public BoundedDequeMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
        : base(new BoundedMessageQueue(boundedCapacity, pushTimeOut)) => PushTimeOut = pushTimeOut;

    /// <inheritdoc />
    public TimeSpan PushTimeOut { get; }
}
