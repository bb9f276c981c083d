namespace Chatroom.Actors;

/// <summary>A mind that is brought in answers whenever it is asked, and the same to the same.</summary>
internal sealed class MindsAnswer : ISimulationProperty
{
    /// <inheritdoc />
    public string Name => "every mind answers";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome) => outcome.Lives.SelectMany(life => life.MindFailures);
}
