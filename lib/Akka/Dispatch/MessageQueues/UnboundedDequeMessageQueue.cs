namespace Akka.Dispatch.MessageQueues;

/// <summary>An <see cref="UnboundedMessageQueue"/> that messages can be put back into.</summary>
public class UnboundedDequeMessageQueue : DequeWrapperMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    /// <summary>Makes a queue.</summary>
    public UnboundedDequeMessageQueue()
        : base(new UnboundedMessageQueue())
    {
    }
}
