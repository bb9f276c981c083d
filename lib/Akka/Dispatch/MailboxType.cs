using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Makes the queues of a kind of mailbox; <c>mailbox-type</c> names one.</summary>
public abstract class MailboxType
{
    /// <summary>The actor system's settings.</summary>
    protected readonly Settings Settings;

    /// <summary>The mailbox's configuration.</summary>
    protected readonly Config Config;

    /// <summary>Called by the library.</summary>
    protected MailboxType(Settings settings, Config config)
    {
        Settings = settings;
        Config = config;
    }

    /// <summary>Makes the queue of an actor.</summary>
    public abstract IMessageQueue Create(IActorRef owner, ActorSystem system);
}
