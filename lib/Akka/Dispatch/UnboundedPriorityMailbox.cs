using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A mailbox without a limit in which messages come by priority.</summary>
public abstract class UnboundedPriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedPriorityMessageQueue>
{
    /// <summary>How many messages the queue has room for before it grows, unless said otherwise.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>Called by the library.</summary>
    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <summary>How many messages the queue has room for before it grows.</summary>
    public int InitialCapacity => DefaultCapacity;

    /// <summary>A message's priority; the lower, the sooner.</summary>
    protected abstract int PriorityGenerator(object message);

    /// <inheritdoc />
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new UnboundedPriorityMessageQueue(PriorityGenerator, InitialCapacity);
}
