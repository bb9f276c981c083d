namespace Akka.Dispatch.SysMsg;

/// <summary>Lets a suspended actor go on.</summary>
public sealed class Resume : SystemMessage, IStashWhenWaitingForChildren
{
    /// <summary>Makes the message.</summary>
    /// <param name="causedByFailure">The failure that is answered with this, or null.</param>
    public Resume(Exception? causedByFailure) => CausedByFailure = causedByFailure;

    /// <summary>The failure that is answered with this, or null.</summary>
    public Exception? CausedByFailure { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"Resume({CausedByFailure})";
}
