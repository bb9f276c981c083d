using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells a supervisor that a child has failed.</summary>
public sealed class Failed : SystemMessage, IStashWhenFailed
{
    /// <summary>Makes the message.</summary>
    public Failed(IActorRef child, Exception cause, long uid)
    {
        Child = child;
        Cause = cause;
        Uid = uid;
    }

    /// <summary>Who failed.</summary>
    public IActorRef Child { get; }

    /// <summary>What it threw.</summary>
    public Exception Cause { get; }

    /// <summary>The child's incarnation.</summary>
    public long Uid { get; }

    /// <inheritdoc />
    public override string ToString() => $"Failed({Child}, {Cause})";
}
