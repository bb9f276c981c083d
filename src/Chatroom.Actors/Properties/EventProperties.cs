namespace Chatroom.Actors;

/// <summary>All properties that events alone show, in the order in which they are judged.</summary>
internal static class EventProperties
{
    /// <summary>The properties.</summary>
    public static IReadOnlyList<IEventProperty> All { get; } = [new EventsAreNumbered(), new NobodyComesTwice(), new AnswersAreSaidOnce(), new OneVerdictEach()];

    /// <summary>The first lines that show what does not hold, each with the property's name.</summary>
    public static IEnumerable<string> Violations(IReadOnlyList<RoomEvent> events) =>
        All.SelectMany(property => property.Problems(events).Take(5).Select(problem => $"{property.Name}: {problem}"));
}
