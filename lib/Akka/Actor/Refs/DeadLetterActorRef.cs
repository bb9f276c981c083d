using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Where messages end that reach nobody; each is published as a <see cref="DeadLetter"/> on the event stream.</summary>
public class DeadLetterActorRef : EmptyLocalActorRef
{
    private readonly EventStream _eventStream;

    /// <summary>Makes the dead letters of an actor system.</summary>
    public DeadLetterActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
        : base(provider, path, eventStream) => _eventStream = eventStream;

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null), this);
                break;
            case DeadLetter deadLetter:
                if (!SpecialHandle(deadLetter.Message, deadLetter.Sender))
                    _eventStream.Publish(deadLetter);
                break;
            default:
                if (!SpecialHandle(message, sender))
                    _eventStream.Publish(new DeadLetter(message, sender ?? Provider.DeadLetters, this));
                break;
        }
    }

    /// <inheritdoc />
    protected override bool SpecialHandle(object message, IActorRef sender)
    {
        if (message is not Watch watch)
            return base.SpecialHandle(message, sender);
        // The watch went to an actor that is gone; whoever asked is told.
        if (!watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
            NotifyNeverExisted(watch);
        return true;
    }
}
