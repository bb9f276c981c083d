using Akka.Event;

namespace Akka.Remote;

/// <summary>Remoting is shut down: every connection is closed.</summary>
public sealed class RemotingShutdownEvent : RemotingLifecycleEvent
{
    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;

    /// <inheritdoc />
    public override string ToString() => "Remoting shut down";
}
