using Akka.Event;

namespace Akka.TestKit;

/// <summary>Picks log events.</summary>
public interface IEventFilter
{
    /// <summary>Looks at a log event.</summary>
    /// <param name="logEvent">The event.</param>
    /// <returns>True if the filter picks it.</returns>
    bool Apply(LogEvent logEvent);
}
