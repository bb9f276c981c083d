using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>Stops an actor and its children.</summary>
public sealed class Terminate : SystemMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    /// <inheritdoc />
    public override string ToString() => nameof(Terminate);
}
