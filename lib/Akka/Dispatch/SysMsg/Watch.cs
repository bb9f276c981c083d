using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Asks to be told when an actor is gone.</summary>
public class Watch : SystemMessage
{
    /// <summary>Makes the message.</summary>
    public Watch(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        Watchee = watchee;
        Watcher = watcher;
    }

    /// <summary>Who is watched.</summary>
    public IInternalActorRef Watchee { get; }

    /// <summary>Who wants to be told.</summary>
    public IInternalActorRef Watcher { get; }

    /// <summary>Whether both name the same two actors.</summary>
    protected bool Equals(Watch other) => Equals(Watchee, other.Watchee) && Equals(Watcher, other.Watcher);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Watch other && other.GetType() == GetType() && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Watchee, Watcher);

    /// <inheritdoc />
    public override string ToString() => $"Watch({Watchee}, {Watcher})";
}
