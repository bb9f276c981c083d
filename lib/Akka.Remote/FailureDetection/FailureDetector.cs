namespace Akka.Remote;

/// <summary>
/// Judges from the signs of life of one resource whether it still lives. One named in the configuration needs a constructor that
/// takes its section (<see cref="Configuration.Config"/>) and the system's <see cref="Event.EventStream"/>.
/// </summary>
public abstract class FailureDetector
{
    /// <summary>The machine's monotonic clock.</summary>
    public static readonly Clock DefaultClock = () => Environment.TickCount64;

    /// <summary>Whether the resource is taken to be alive; true before its first sign of life.</summary>
    public abstract bool IsAvailable { get; }

    /// <summary>Whether there has been a sign of life at all.</summary>
    public abstract bool IsMonitoring { get; }

    /// <summary>Notes a sign of life, now.</summary>
    public abstract void HeartBeat();
}
