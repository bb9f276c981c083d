using ActorSimulation.Turns;

namespace ActorSimulation.Engine;

/// <summary>What all nodes of a world share.</summary>
/// <param name="Schedule">The clock, and the turns.</param>
/// <param name="Network">The network.</param>
/// <param name="Trace">Takes what happens.</param>
internal sealed record WorldParts(Schedule Schedule, SimulatedNetwork Network, Trace Trace);
