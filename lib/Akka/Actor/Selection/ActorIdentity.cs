namespace Akka.Actor;

/// <summary>The answer to <see cref="Identify"/>.</summary>
public sealed class ActorIdentity
{
    /// <summary>Makes the answer.</summary>
    /// <param name="messageId">What stood in the question.</param>
    /// <param name="subject">Who answers, or null if there is nobody.</param>
    public ActorIdentity(object? messageId, IActorRef? subject)
    {
        MessageId = messageId;
        Subject = subject;
    }

    /// <summary>What stood in the question.</summary>
    public object? MessageId { get; }

    /// <summary>Who answers, or null if there is nobody.</summary>
    public IActorRef? Subject { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) =>
        obj is ActorIdentity other && Equals(MessageId, other.MessageId) && Equals(Subject, other.Subject);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MessageId, Subject);

    /// <inheritdoc />
    public override string ToString() => $"ActorIdentity({MessageId}: {Subject?.ToString() ?? "nobody"})";
}
