using Akka.Actor;

namespace Akka.Remote;

/// <summary>What all connections of a system share.</summary>
internal sealed record ProtocolSettings(
    IScheduler Scheduler, TimeSpan HandshakeTimeout, TimeSpan HeartbeatInterval, Func<FailureDetector> CreateFailureDetector);
