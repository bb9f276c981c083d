using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A reference to a local path where no actor lives: messages become dead letters, a watch is answered at once.</summary>
public class EmptyLocalActorRef : MinimalActorRef
{
    private readonly EventStream _eventStream;

    /// <summary>Makes a reference to a path without an actor.</summary>
    public EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        Provider = provider;
        Path = path;
        _eventStream = eventStream;
    }

    /// <inheritdoc />
    public override ActorPath Path { get; }

    /// <inheritdoc />
    public override IActorRefProvider Provider { get; }

    /// <inheritdoc />
    public override bool IsTerminated => true;

    /// <inheritdoc />
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is DeadLetter deadLetter)
        {
            if (!SpecialHandle(deadLetter.Message, deadLetter.Sender))
                _eventStream.Publish(deadLetter);
        }
        else if (!SpecialHandle(message, sender))
        {
            _eventStream.Publish(new DeadLetter(message, sender.IsNobody() ? Provider.DeadLetters : sender!, this));
        }
    }

    /// <inheritdoc />
    public override void SendSystemMessage(ISystemMessage message) => SpecialHandle(message, Provider.DeadLetters);

    /// <summary>Answers what has an answer even without an actor, for example a watch.</summary>
    /// <returns>Whether nothing more is to be done with the message.</returns>
    protected virtual bool SpecialHandle(object message, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                if (watch.Watchee.Equals(this) && !watch.Watcher.Equals(this))
                    NotifyNeverExisted(watch);
                return true;
            case Unwatch:
                return true;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null), this);
                return true;
            case ActorSelectionMessage { WildCardFanOut: true }:
                return true;
            case ActorSelectionMessage selection:
                if (!SpecialHandle(selection.Message, sender))
                    _eventStream.Publish(new DeadLetter(selection.Message, sender ?? Provider.DeadLetters, this));
                return true;
            case IDeadLetterSuppression:
                _eventStream.Publish(new SuppressedDeadLetter((IDeadLetterSuppression)message, sender ?? Provider.DeadLetters, this));
                return true;
            default:
                return false;
        }
    }

    private protected static void NotifyNeverExisted(Watch watch) =>
        watch.Watcher.SendSystemMessage(
            new DeathWatchNotification(watch.Watchee, existenceConfirmed: false, addressTerminated: false));
}
