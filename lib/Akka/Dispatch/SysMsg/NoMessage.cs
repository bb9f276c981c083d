namespace Akka.Dispatch.SysMsg;

/// <summary>Stands for a mailbox that takes no system message any more.</summary>
public sealed class NoMessage : SystemMessage
{
    /// <inheritdoc />
    public override string ToString() => nameof(NoMessage);
}
