namespace Chatroom.Actors;

/// <summary>All properties, in the order in which they are judged.</summary>
/// <param name="clock">Tells when a replay hangs.</param>
/// <param name="own">Those of whoever simulates.</param>
internal sealed class SimulationProperties(TimeProvider clock, params IReadOnlyList<ISimulationProperty> own)
{
    /// <summary>The properties.</summary>
    public IReadOnlyList<ISimulationProperty> All { get; } =
    [
        new NoActorFails(), new MindsRepeat(), new MindsAnswer(), new TranscriptIsWhole(), .. EventProperties.All.Select(property => new OfEvents(property)), new SameEventsForAll(), new NamesHaveOneHolder(),
        new AnswersAreHeard(), new CrashesAreNoticed(), new TimeLimitsHold(), new NothingIsMissedAtTheEnd(), new EverybodyEnds(), new LostBotsAreFoundAgain(), .. own, new TranscriptReplays(clock),
    ];

    /// <summary>The first property that does not hold; null if all do.</summary>
    public SimulationFailure? Judge(SimulationOutcome outcome) => All
        .Select(property => new SimulationFailure(property.Name, [.. property.Problems(outcome).Take(5)]))
        .FirstOrDefault(failure => failure.Problems.Count > 0);
}

/// <summary>Something that did not hold in a simulated conversation.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Problems">The first lines that show it.</param>
public sealed record SimulationFailure(string Property, ValueList<string> Problems);
