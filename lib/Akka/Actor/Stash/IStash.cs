using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Where an actor puts messages that it can't process yet.</summary>
public interface IStash
{
    /// <summary>How many messages are in it.</summary>
    int Count { get; }

    /// <summary>How many it takes; -1: any number.</summary>
    int Capacity { get; }

    /// <summary>Whether none is in it.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether one is in it.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether it takes no more.</summary>
    bool IsFull { get; }

    /// <summary>Puts the message being processed into it.</summary>
    /// <exception cref="IllegalActorStateException">It is in it already.</exception>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    void Stash();

    /// <summary>Puts the oldest message back, in front of the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all messages back, in front of the mailbox, oldest first.</summary>
    void UnstashAll();

    /// <summary>Puts the messages that fit back, in front of the mailbox, and forgets the others.</summary>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Takes all messages out.</summary>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages into it, in front of those that are there.</summary>
    void Prepend(IEnumerable<Envelope> envelopes);
}

/// <summary>An actor with a stash.</summary>
public interface IActorStash
{
    /// <summary>Set by the library before PreStart.</summary>
    IStash Stash { get; set; }
}

/// <summary>An actor with a stash and any mailbox that messages can be put back into.</summary>
public interface IWithUnrestrictedStash : IActorStash;

/// <summary>An actor with a stash.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash and a mailbox without limits.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>;

/// <summary>An actor with a stash and a mailbox that are full at some point.</summary>
public interface IWithBoundedStash : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>;
