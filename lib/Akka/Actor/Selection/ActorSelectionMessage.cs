namespace Akka.Actor;

/// <summary>A message on its way along a selection's path.</summary>
public class ActorSelectionMessage : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    /// <summary>Makes the message.</summary>
    /// <param name="message">What is to arrive.</param>
    /// <param name="elements">The steps still to go.</param>
    /// <param name="wildCardFanOut">Whether a pattern sent it several ways, so that a way that ends nowhere is no loss.</param>
    /// <exception cref="ArgumentNullException">There is no message or no path.</exception>
    public ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(elements);
        Message = message;
        Elements = elements;
        WildCardFanOut = wildCardFanOut;
    }

    /// <summary>What is to arrive.</summary>
    public object Message { get; }

    /// <summary>The steps still to go.</summary>
    public SelectionPathElement[] Elements { get; }

    /// <summary>Whether a pattern sent it several ways.</summary>
    public bool WildCardFanOut { get; }

    /// <summary>The same with some parts exchanged.</summary>
    /// <param name="message">Another message, or null.</param>
    /// <param name="elements">Other steps, or null.</param>
    /// <param name="wildCardFanOut">Another fan-out, or null.</param>
    /// <returns>A new message.</returns>
    public ActorSelectionMessage Copy(
        object? message = null, SelectionPathElement[]? elements = null, bool? wildCardFanOut = null) =>
        new(message ?? Message, elements ?? Elements, wildCardFanOut ?? WildCardFanOut);

    /// <inheritdoc />
    public override string ToString() =>
        $"ActorSelectionMessage({Message} to /{string.Join<SelectionPathElement>('/', Elements)})";
}
