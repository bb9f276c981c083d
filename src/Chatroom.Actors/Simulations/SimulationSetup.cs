using Akka.Configuration;

namespace Chatroom.Actors;

/// <summary>What is simulated: a conversation on a seed node, with a node for each bot.</summary>
/// <param name="Scenario">The scenario; its script and its seed are not used.</param>
/// <param name="SeedSettings">The settings of the seed node's actor system.</param>
/// <param name="BotSettings">The settings of a bot node's actor system.</param>
internal sealed record SimulationSetup(Scenario Scenario, Config SeedSettings, Config BotSettings)
{
    /// <summary>The minds of bots that don't think as their personas do; null if there are none.</summary>
    public SimulationMinds? Minds { get; init; }

    /// <summary>How long a bot looks for a room that it lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>When faults begin at the latest: in the time that the conversation takes, and a little longer.</summary>
    public TimeSpan FaultsUntil => TimeSpan.FromSeconds(20) + (Scenario.Room.StopAfter ?? (Math.Min(Scenario.Room.Rounds, 20) * (Scenario.Room.ReplyTimeout / 2)));

    /// <summary>Why a scenario can't be simulated; null if it can.</summary>
    public static string? Problem(Scenario scenario) =>
        scenario.Script.Count > 0 ? "a script says who does what and when; in a simulation, chance does. Simulate a scenario without one."
        // What is kept could not be read.
        : scenario.Names.Contains(FaultReader.SeedNode) ? $"the roster has a bot {FaultReader.SeedNode}, and faults call the seed node so; give it another name."
        : null;

    /// <summary>The settings of nodes as they come, with the parts that a simulation replaces.</summary>
    public static Config Simulated(Config settings) => ConfigurationFactory.ParseString($"""
        akka.remote.watch-failure-detector.implementation-class = "{typeof(SimulatedAwakeDetector).AssemblyQualifiedName}"
        akka.remote.adapters.guard = "{typeof(SimulatedGuardProvider).FullName},{typeof(SimulatedGuardProvider).Assembly.GetName().Name}"
        """).WithFallback(settings);
}
