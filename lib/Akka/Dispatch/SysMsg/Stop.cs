namespace Akka.Dispatch.SysMsg;

/// <summary>Asks an actor to stop itself.</summary>
public sealed class Stop : SystemMessage
{
    /// <inheritdoc />
    public override string ToString() => nameof(Stop);
}
