using ActorSimulation;
using Akka.Event;
using Akka.Remote;

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
        foreach (var entry in outcome.Log.Where(entry => entry.Level >= LogLevel.ErrorLevel && !IsAboutConnections(entry)))
            yield return $"{entry.Node} logged at {entry.Time.TotalSeconds:F3} s: {entry.Source}: {entry.Message} {entry.Cause?.Message}";
    }

    private static bool IsAboutConnections(LogEntry entry) =>
        Array.Exists(AboutConnections, part => entry.Source.Contains(part, StringComparison.Ordinal))
        && entry.Cause?.GetBaseException() is var cause
        // Akka.Remote gives up a system that can't be told of a Watch for some minutes.
        && (cause is null or TimeoutException || cause.GetType().Assembly == typeof(RemoteActorRefProvider).Assembly);
}
