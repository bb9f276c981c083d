namespace Chatroom.Actors;

/// <summary>All properties, in the order in which they are judged.</summary>
internal static class SimulationProperties
{
    /// <summary>The properties.</summary>
    public static IReadOnlyList<ISimulationProperty> All { get; } =
    [
        new NoActorFails(), new TranscriptIsWhole(), new EventsAreNumbered(), new SameEventsForAll(), new AnswersAreSaidOnce(), new OneVerdictEach(), new AnswersAreHeard(), new NothingIsMissedAtTheEnd(),
        new EverybodyEnds(), new LostBotsAreFoundAgain(),
    ];

    /// <summary>The first property that does not hold; null if all do.</summary>
    public static SimulationFailure? Judge(SimulationOutcome outcome) => All
        .Select(property => new SimulationFailure(property.Name, [.. property.Problems(outcome).Take(5)]))
        .FirstOrDefault(failure => failure.Problems.Count > 0);
}

/// <summary>A property that did not hold.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Problems">The first lines that show it.</param>
internal sealed record SimulationFailure(string Property, ValueList<string> Problems);
