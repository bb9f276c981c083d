namespace Chatroom.Actors;

/// <summary>Whom the bots in a transcript play. It does not say; but it names its scenario, and has the digest of that.</summary>
internal static class RecordedPersonas
{
    /// <summary>A scenario that was recorded, with what its bots are like. That is known if it comes with the program, and is still the same.</summary>
    /// <param name="header">The first line of the transcript.</param>
    /// <param name="scenario">The scenario, whose bots have but their names.</param>
    public static Scenario With(TranscriptHeader header, Scenario scenario) => Find(header) is { } found
        ? scenario with { Roster = [.. scenario.Roster.Zip(found.Roster).Select(one => one.First with { Character = one.Second.Character, Interest = one.Second.Interest })] }
        : scenario;

    private static Scenario? Find(TranscriptHeader header)
    {
        // A name that leads elsewhere is not of a scenario that comes with the program.
        var file = Path.Combine(HoconFile.ProgramFolder, "scenarios", Path.GetFileName(header.Scenario) + ".conf");
        return File.Exists(file) && ScenarioReader.Load(file) is { IsGood: true, Value: var scenario }
            && ScenarioDigest.Of(scenario with { Seed = header.Seed, Room = header.Room }) == header.ScenarioDigest
            ? scenario
            : null;
    }
}
