namespace ActorSimulation;

/// <summary>A world can't be run, or can't be repeated. The message says why.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Made by a <see cref="World"/>.</summary>
    internal SimulationException(string message)
        : base(message)
    {
    }
}
