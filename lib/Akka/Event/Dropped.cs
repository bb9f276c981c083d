using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that was dropped on its way, for instance by a full queue.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>Makes the event.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why it was dropped.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender!, recipient)
    {
    }

    /// <summary>Makes the event.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why it was dropped.</param>
    /// <param name="sender">Whom it came from.</param>
    /// <param name="recipient">Whom it was for.</param>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient) => Reason = reason;

    /// <summary>Why it was dropped.</summary>
    public string Reason { get; }
}
