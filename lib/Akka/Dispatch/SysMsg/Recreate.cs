namespace Akka.Dispatch.SysMsg;

/// <summary>Restarts an actor.</summary>
public sealed class Recreate : SystemMessage, IStashWhenWaitingForChildren
{
    /// <summary>Makes the message.</summary>
    /// <param name="cause">Why the actor is restarted.</param>
    public Recreate(Exception cause) => Cause = cause;

    /// <summary>Why the actor is restarted.</summary>
    public Exception Cause { get; }

    /// <inheritdoc />
    public override string ToString() => $"Recreate({Cause})";
}
