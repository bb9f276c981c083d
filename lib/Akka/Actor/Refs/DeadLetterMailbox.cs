using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The mailbox of actors that are gone: what is sent to them becomes a dead letter.</summary>
public sealed class DeadLetterMailbox : Mailbox
{
    private readonly IActorRef _deadLetters;

    /// <summary>Makes the mailbox.</summary>
    public DeadLetterMailbox(IActorRef deadLetters)
        : base(new DeadLetterQueue(deadLetters))
    {
        _deadLetters = deadLetters;
        Close();
    }

    internal override void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        // The rest of an asynchronous handler whose actor is gone concerns nobody.
        if (message is not ActorTask)
            _deadLetters.Tell(new DeadLetter(message, receiver, receiver), receiver);
    }

    private sealed class DeadLetterQueue(IActorRef deadLetters) : IMessageQueue
    {
        public bool HasMessages => false;

        public int Count => 0;

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            // A dead letter that could not be delivered to its listener is not published again.
            if (envelope.Message is not DeadLetter)
                deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? deadLetters, receiver), envelope.Sender);
        }

        public bool TryDequeue(out Envelope envelope)
        {
            envelope = default;
            return false;
        }

        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
            // There is nothing in it.
        }
    }
}
