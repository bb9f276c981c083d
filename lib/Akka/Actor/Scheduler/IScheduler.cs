namespace Akka.Actor;

/// <summary>An actor system's clock and alarm: whatever happens later goes through it, so that tests can put their own time in its place.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Schedules code instead of messages.</summary>
    IAdvancedScheduler Advanced { get; }
}
