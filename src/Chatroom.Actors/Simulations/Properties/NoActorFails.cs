using Akka.Event;

namespace Chatroom.Actors;

/// <summary>No actor fails, and nothing is logged as an error but what Akka.Remote says about connections that break.</summary>
internal sealed class NoActorFails : ISimulationProperty
{
    private static readonly string[] AboutConnections = ["/system/endpointManager", "/system/transports/", "remoting"];

    /// <inheritdoc />
    public string Name => "no actor fails";

    /// <inheritdoc />
    public IEnumerable<string> Problems(SimulationOutcome outcome)
    {
        if (outcome.Failure is { } failure)
            yield return $"the room failed: {failure.Message}";
        foreach (var entry in outcome.Log.Where(entry => entry.Level >= LogLevel.ErrorLevel && !IsAboutConnections(entry.Source)))
            yield return $"{entry.Node} logged at {entry.Time.TotalSeconds:F3} s: {entry.Source}: {entry.Message} {entry.Cause?.Message}";
    }

    private static bool IsAboutConnections(string source) => Array.Exists(AboutConnections, part => source.Contains(part, StringComparison.Ordinal));
}
