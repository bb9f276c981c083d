namespace Chatroom.Actors;

/// <summary>A mind that is brought in answers whenever it is asked.</summary>
internal sealed class MindsAnswer : ISimulationProperty
{
    /// <summary>Its name.</summary>
    public const string PropertyName = "every mind answers";

    /// <inheritdoc />
    public string Name => PropertyName;

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) => outcome.Lives.SelectMany(life => life.MindFailures);
}
