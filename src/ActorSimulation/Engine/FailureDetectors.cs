using Akka.Configuration;
using Akka.Event;
using Akka.Remote;
using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>Akka.Remote's detector for watched actors, in the time of a world.</summary>
#pragma warning disable CS9113 // Akka.NET makes it with these two.
internal sealed class SimulatedPhiDetector(Config config, EventStream events) : PhiAccrualFailureDetector(
    config.GetDouble("threshold"),
    config.GetInt("max-sample-size"),
    config.GetTimeSpan("min-std-deviation"),
    config.GetTimeSpan("acceptable-heartbeat-pause"),
    config.GetTimeSpan("heartbeat-interval"),
    WorldClock.Of());

/// <summary>Akka.Remote's detector for connections, in the time of a world.</summary>
internal sealed class SimulatedDeadlineDetector(Config config, EventStream events) : DeadlineFailureDetector(
    config.GetTimeSpan("acceptable-heartbeat-pause"), config.GetTimeSpan("heartbeat-interval"), WorldClock.Of());
#pragma warning restore CS9113

/// <summary>The clock of the world that this thread runs, as failure detectors take it: in milliseconds.</summary>
internal static class WorldClock
{
    /// <summary>The clock.</summary>
    public static Clock Of()
    {
        var time = Schedule.CurrentTime;
        return () => time.GetTimestamp() / TimeSpan.TicksPerMillisecond;
    }
}
