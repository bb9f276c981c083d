using Akka.Configuration;

namespace Chatroom.Actors.Tests;

/// <summary>Simulations of the scenarios that come with the program, on nodes with the settings that come with it.</summary>
internal static class Simulating
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>What is simulated of a scenario.</summary>
    public static SimulationSetup Setup(string scenario, RoomSettings? room = null)
    {
        var loaded = ScenarioFolder.Load(scenario);
        return new SimulationSetup(room is null ? loaded : loaded with { Room = room }, Settings("seed.conf"), Settings("bot.conf"));
    }

    /// <summary>The first property that does not hold; null if all do.</summary>
    public static SimulationFailure? Judge(SimulationOutcome outcome) => new SimulationProperties(TimeProvider.System).Judge(outcome);

    /// <summary>Says all that a reader needs to see what has failed; empty if nothing has.</summary>
    public static string Failure(SimulationOutcome outcome) => Judge(outcome) is not { } failure ? "" : string.Join(
        '\n', [$"seed {outcome.Seed}: {failure.Property}", .. failure.Problems, .. outcome.Faults.Select(fault => fault.ToString())]);

    private static Config Settings(string file) =>
        SimulationSetup.Simulated(ConfigurationFactory.ParseString(File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, file))));
}
