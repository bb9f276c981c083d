namespace Chatroom.Actors;

/// <summary>A mind that is brought in answers the same to the same, or no run with it can be repeated.</summary>
internal sealed class MindsRepeat : ISimulationProperty
{
    /// <summary>Its name.</summary>
    public const string PropertyName = "a mind answers the same to the same";

    /// <inheritdoc />
    public string Name => PropertyName;

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) => outcome.Lives.SelectMany(life => life.MindDifferences);
}
