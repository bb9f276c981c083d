using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote;

/// <summary>Makes the failure detectors that the configuration names.</summary>
public static class FailureDetectorLoader
{
    /// <summary>Makes a detector of the class <paramref name="fqcn"/>, by its section <paramref name="config"/>.</summary>
    /// <exception cref="ConfigurationException">There is no such class, or none that can be made so.</exception>
    public static FailureDetector Load(string fqcn, Config config, ActorSystem system) =>
        Load(fqcn, new SettingsReader(config, "failure-detector"), system);

    /// <summary>Makes the detector that a section names in <c>implementation-class</c>.</summary>
    internal static FailureDetector Load(SettingsReader settings, ActorSystem system) => Load(settings.Text("implementation-class"), settings, system);

    private static FailureDetector Load(string fqcn, SettingsReader settings, ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var type = Type.GetType(fqcn) ?? throw settings.Refused("implementation-class", "the name of a class and its assembly");

        // Our own keep to the scheduler's clock, so that virtual time rules them too.
        long Clock() => (long)system.Scheduler.MonotonicClock.TotalMilliseconds;
        if (type == typeof(PhiAccrualFailureDetector))
            return new PhiAccrualFailureDetector(settings, Clock);
        if (type == typeof(DeadlineFailureDetector))
            return new DeadlineFailureDetector(settings.Duration("acceptable-heartbeat-pause", TimeSpan.Zero), settings.Duration("heartbeat-interval"), Clock);
        try
        {
            return (FailureDetector)Activator.CreateInstance(type, settings.Section, system.EventStream)!;
        }
        catch (Exception e) when (e is MissingMethodException or InvalidCastException)
        {
            throw settings.Refused("implementation-class", "a failure detector with a constructor (Config, EventStream)", e);
        }
    }
}
