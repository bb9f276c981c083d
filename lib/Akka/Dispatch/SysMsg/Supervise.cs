using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells a supervisor that it has a new child.</summary>
public sealed class Supervise : SystemMessage
{
    /// <summary>Makes the message.</summary>
    public Supervise(IActorRef child, bool async)
    {
        Child = child;
        Async = async;
    }

    /// <summary>The new child.</summary>
    public IActorRef Child { get; }

    /// <summary>Whether the child is made by the supervisor only when it gets this.</summary>
    public bool Async { get; }

    /// <inheritdoc />
    public override string ToString() => $"Supervise({Child})";
}
