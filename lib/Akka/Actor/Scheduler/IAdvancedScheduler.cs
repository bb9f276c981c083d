namespace Akka.Actor;

/// <summary>A scheduler of code instead of messages; prefer messages.</summary>
public interface IAdvancedScheduler : IActionScheduler
{
}
