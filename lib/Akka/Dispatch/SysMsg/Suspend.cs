namespace Akka.Dispatch.SysMsg;

/// <summary>Holds back an actor's messages.</summary>
public sealed class Suspend : SystemMessage, IStashWhenWaitingForChildren
{
    /// <inheritdoc />
    public override string ToString() => nameof(Suspend);
}
