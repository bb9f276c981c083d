using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Hears of each log event that a filter picks.</summary>
/// <param name="eventFilter">The filter.</param>
/// <param name="logEvent">The event.</param>
public delegate void EventMatched(EventFilterBase eventFilter, LogEvent logEvent);
