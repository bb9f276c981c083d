using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>First in, first out; full at <c>mailbox-capacity</c>; messages can be put back, as a stash does.</summary>
public class BoundedDequeBasedMailbox : MailboxType, IProducesMessageQueue<BoundedDequeMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>Called by the library.</summary>
    /// <exception cref="ArgumentException">A setting is missing or negative.</exception>
    public BoundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        Capacity = config.GetInt("mailbox-capacity");
        PushTimeout = config.GetTimeSpan("mailbox-push-timeout-time", TimeSpan.FromSeconds(-1));
        if (Capacity <= 0)
            throw new ArgumentException($"mailbox-capacity of {nameof(BoundedDequeBasedMailbox)} has to be more than 0; it is {Capacity}", nameof(config));
    }

    /// <summary>How many messages it takes.</summary>
    public int Capacity { get; }

    /// <summary>How long a sender waits for room; negative: for ever.</summary>
    public TimeSpan PushTimeout { get; }

    /// <inheritdoc />
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BoundedDequeMessageQueue(Capacity, PushTimeout);
}
