using Akka.Event;

namespace Akka.Remote;

/// <summary>Remoting as a whole failed, for instance could not start to listen.</summary>
public sealed class RemotingErrorEvent : RemotingLifecycleEvent
{
    /// <summary>Tells why.</summary>
    public RemotingErrorEvent(Exception cause) => Cause = cause;

    /// <summary>Why.</summary>
    public Exception Cause { get; }

    /// <inheritdoc />
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;

    /// <inheritdoc />
    public override string ToString() => $"Remoting error: [{Cause.Message}]";
}
