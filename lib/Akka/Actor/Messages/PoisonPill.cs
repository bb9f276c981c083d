using Akka.Event;

namespace Akka.Actor;

/// <summary>Stops the actor once it has processed what came before.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    /// <summary>The only one.</summary>
    public static PoisonPill Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => nameof(PoisonPill);
}
