namespace Akka.Actor;

/// <summary>The base of all references: equality by path and uid, order by path.</summary>
public abstract class ActorRefBase : IActorRef
{
    /// <inheritdoc />
    public abstract ActorPath Path { get; }

    /// <inheritdoc />
    public void Tell(object message, IActorRef? sender)
    {
        if (message is null)
            throw new InvalidMessageException("Null can't be sent as a message.");
        TellInternal(message, sender!);
    }

    /// <summary>Does the sending; the message is not null, the sender may be.</summary>
    protected abstract void TellInternal(object message, IActorRef sender);

    /// <inheritdoc />
    public bool Equals(IActorRef? other) =>
        ReferenceEquals(this, other) || (other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Path.Uid, Path);

    /// <inheritdoc />
    public int CompareTo(IActorRef? other)
    {
        if (other is null)
            return 1;
        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    /// <inheritdoc />
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IActorRef other => CompareTo(other),
        _ => throw new ArgumentException($"An actor reference can't be compared with {obj.GetType()}", nameof(obj)),
    };

    /// <inheritdoc />
    public override string ToString() => $"[{Path.ToStringWithUid()}]";
}
