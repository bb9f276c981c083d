namespace Chatroom.Actors;

/// <summary>A property of every conversation, in a simulated one.</summary>
/// <param name="property">The property.</param>
internal sealed class OfEvents(IEventProperty property) : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => property.Name;

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) => property.Problems(outcome.Events);
}
