using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that is not logged, because its message says so.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <summary>Makes the dead letter.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it came from.</param>
    /// <param name="recipient">Whom it was for.</param>
    /// <exception cref="ArgumentNullException">There is no sender or no recipient.</exception>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
    }
}
