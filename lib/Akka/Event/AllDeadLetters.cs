using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that nobody received, published on the event stream with the reason as its type.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>Keeps the message and whom it concerns.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it came from.</param>
    /// <param name="recipient">Whom it was for.</param>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <inheritdoc />
    public object Message { get; }

    /// <summary>Whom it was for.</summary>
    public IActorRef Recipient { get; }

    /// <summary>Whom it came from.</summary>
    public IActorRef Sender { get; }

    /// <inheritdoc />
    public override string ToString() => $"{GetType().Name}({Message}, {Sender} -> {Recipient})";
}
