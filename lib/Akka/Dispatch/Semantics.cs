namespace Akka.Dispatch;

/// <summary>What a message queue promises.</summary>
public interface ISemantics;

/// <summary>A queue that several threads may take from.</summary>
public interface IMultipleConsumerSemantics : ISemantics;

/// <summary>A queue that takes any number of messages.</summary>
public interface IUnboundedMessageQueueSemantics : ISemantics;

/// <summary>A queue that is full at some point.</summary>
public interface IBoundedMessageQueueSemantics : ISemantics
{
    /// <summary>How long a sender waits for room; negative: for ever.</summary>
    TimeSpan PushTimeOut { get; }
}

/// <summary>A queue that messages can be put back into, in front.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
    /// <summary>Puts a message in front of all others.</summary>
    void EnqueueFirst(Actor.Envelope envelope);
}

/// <summary>An unbounded queue that messages can be put back into.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics;

/// <summary>A bounded queue that messages can be put back into.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IBoundedMessageQueueSemantics;

/// <summary>A queue whose threads wait for each other.</summary>
public interface IBlockingMessageQueueSemantics : IMultipleConsumerSemantics
{
    /// <summary>How long a thread waits for another one.</summary>
    TimeSpan BlockTimeOut { get; set; }
}

/// <summary>An actor that needs a mailbox whose queue promises T.</summary>
public interface IRequiresMessageQueue<T>
    where T : ISemantics;

/// <summary>A mailbox type whose queue is a TQueue.</summary>
public interface IProducesMessageQueue<TQueue>
    where TQueue : MessageQueues.IMessageQueue;

/// <summary>A mailbox type whose queue makes senders wait when it is full.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>How long a sender waits; negative: for ever.</summary>
    TimeSpan PushTimeout { get; }
}
