namespace Chatroom.Actors;

/// <summary>Something that must be so in every conversation, and that its events alone show.</summary>
internal interface IEventProperty
{
    /// <summary>Its name, in words.</summary>
    string Name { get; }

    /// <summary>What shows that it is not so, a line each; none if it is.</summary>
    /// <param name="events">The room's events, in order.</param>
    IEnumerable<string> Problems(IReadOnlyList<RoomEvent> events);
}
