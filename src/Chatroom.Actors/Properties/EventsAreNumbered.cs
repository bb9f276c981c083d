namespace Chatroom.Actors;

/// <summary>The room numbers its events from 1, without a gap; Opened is the first, and nothing comes after Closed.</summary>
internal sealed class EventsAreNumbered : IEventProperty
{
    /// <inheritdoc />
    public string Name => "events are numbered without gaps";

    /// <inheritdoc />
    public IEnumerable<string> Problems(IReadOnlyList<RoomEvent> events)
    {
        foreach (var (happened, index) in events.Select((happened, index) => (happened, index)))
        {
            if (happened.N != index + 1)
                yield return $"after {index} events comes: {EventJson.LineOf(happened)}";
            if (happened is Opened != (index == 0) || (happened is Closed && index + 1 < events.Count))
                yield return $"out of place: {EventJson.LineOf(happened)}";
        }
    }
}
