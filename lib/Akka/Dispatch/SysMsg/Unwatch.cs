using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Takes a watch back.</summary>
public sealed class Unwatch : SystemMessage
{
    /// <summary>Makes the message.</summary>
    public Unwatch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        Watchee = watchee;
        Watcher = watcher;
    }

    /// <summary>Who was watched.</summary>
    public IInternalActorRef Watchee { get; }

    /// <summary>Who doesn't want to be told any more.</summary>
    public IInternalActorRef Watcher { get; }

    /// <inheritdoc />
    public override bool Equals(object? obj) =>
        obj is Unwatch other && Equals(Watchee, other.Watchee) && Equals(Watcher, other.Watcher);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Watchee, Watcher);

    /// <inheritdoc />
    public override string ToString() => $"Unwatch({Watchee}, {Watcher})";
}
