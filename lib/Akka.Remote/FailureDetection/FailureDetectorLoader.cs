using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote;

/// <summary>Makes the failure detectors that the configuration names.</summary>
public static class FailureDetectorLoader
{
    /// <summary>Makes a detector of the class <paramref name="fqcn"/>, by its section <paramref name="config"/>.</summary>
    /// <exception cref="ConfigurationException">There is no such class, or none that can be made so.</exception>
    public static FailureDetector Load(string fqcn, Config config, ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var type = Type.GetType(fqcn)
            ?? throw new ConfigurationException($"The failure detector '{fqcn}' is not known; 'implementation-class' wants the name of a class and its assembly");

        // Our own keep to the scheduler's clock, so that virtual time rules them too.
        long Clock() => (long)system.Scheduler.MonotonicClock.TotalMilliseconds;
        if (type == typeof(PhiAccrualFailureDetector))
            return new PhiAccrualFailureDetector(config, Clock);
        if (type == typeof(DeadlineFailureDetector))
            return new DeadlineFailureDetector(config.GetTimeSpan("acceptable-heartbeat-pause"), config.GetTimeSpan("heartbeat-interval"), Clock);
        try
        {
            return (FailureDetector)Activator.CreateInstance(type, config, system.EventStream)!;
        }
        catch (Exception e) when (e is MissingMethodException or InvalidCastException)
        {
            throw new ConfigurationException($"'{fqcn}' is no failure detector with a constructor (Config, EventStream)", e);
        }
    }
}
