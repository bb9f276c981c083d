namespace Chatroom.Actors;

/// <summary>How many conversations are simulated, and with what faults.</summary>
public sealed record SimulationOptions
{
    /// <summary>The seed of the first run; each run takes the next one.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many runs, if none fails; at least 1.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>What may go wrong: <c>none</c>, <c>light</c>, <c>heavy</c>, or kinds with commas between, such as <c>cut,kill</c>.</summary>
    public string Faults { get; init; } = "heavy";

    /// <summary>How many runs at a time; at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder in which a run that fails is kept and made smaller, in a folder of its own; null to keep nothing.</summary>
    public string? Keep { get; init; }

    /// <exception cref="ArgumentException">It names no plan.</exception>
    internal FaultPlan Plan => FaultPlan.Parse(Faults)
        ?? throw new ArgumentException($"There are no faults '{Faults}'; there are none, light, heavy, or some of {string.Join(", ", FaultPlan.AllKinds)}, with commas between.");
}
