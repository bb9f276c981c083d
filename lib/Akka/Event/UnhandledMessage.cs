using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that its receiver knew nothing to do with.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    /// <summary>Makes the event.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it came from.</param>
    /// <param name="recipient">Who received it.</param>
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}
