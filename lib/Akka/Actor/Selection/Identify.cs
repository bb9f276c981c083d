namespace Akka.Actor;

/// <summary>Every actor answers this by itself, with an <see cref="ActorIdentity"/>.</summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    /// <summary>Makes the question.</summary>
    /// <param name="messageId">What comes back in the answer; may be null.</param>
    public Identify(object? messageId) => MessageId = messageId;

    /// <summary>What comes back in the answer.</summary>
    public object? MessageId { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Identify other && Equals(MessageId, other.MessageId);

    /// <inheritdoc />
    public override int GetHashCode() => MessageId?.GetHashCode() ?? 0;

    /// <inheritdoc />
    public override string ToString() => $"Identify({MessageId})";
}
