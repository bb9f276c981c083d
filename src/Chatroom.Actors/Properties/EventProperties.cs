namespace Chatroom.Actors;

/// <summary>All properties of conversations, in the order in which they are judged.</summary>
internal static class EventProperties
{
    /// <summary>The properties.</summary>
    public static IReadOnlyList<IEventProperty> All { get; } = [new EventsAreNumbered(), new NobodyComesTwice(), new AnswersAreSaidOnce(), new OneVerdictEach()];
}
