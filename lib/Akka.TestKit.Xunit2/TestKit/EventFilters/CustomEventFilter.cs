using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Picks what a function picks.</summary>
/// <param name="predicate">The function.</param>
public class CustomEventFilter(Predicate<LogEvent> predicate) : EventFilterBase(null, null)
{
    /// <inheritdoc />
    protected override string FilterDescriptiveName => "Custom";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) => predicate(evt);
}
