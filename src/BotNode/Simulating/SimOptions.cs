using BotNode.CommandLine;
using Chatroom.Actors;

namespace BotNode.Simulating;

/// <summary>What `sim` is told.</summary>
/// <param name="Scenario">A scenario file, or the name of one in hocon/scenarios; null for the default one.</param>
/// <param name="Seed">The seed of the first run; null to draw it.</param>
/// <param name="Runs">How many runs; null for as many as there is time for.</param>
/// <param name="Time">For how long; null for as long as the runs take.</param>
/// <param name="Jobs">How many runs at a time.</param>
/// <param name="Faults">What may go wrong, if the scenario does not say what does.</param>
/// <param name="Minds">Which programs think for which bots.</param>
/// <param name="Keep">The folder for what fails; null for the usual one, and for none if the scenario says itself what goes wrong.</param>
/// <param name="Json">Whether a program reads the output.</param>
/// <param name="Check">Whether every tenth seed is run twice and compared.</param>
internal sealed record SimOptions(
    string? Scenario, long? Seed, int? Runs, TimeSpan? Time, int Jobs, FaultPlan Faults, MindCommands Minds, string? Keep, bool Json, bool Check);
