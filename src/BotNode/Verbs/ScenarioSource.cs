using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>Finds and reads the scenario that a command line names.</summary>
internal static class ScenarioSource
{
    private const string Default = "default";

    /// <summary>The file of a scenario; null when there is none.</summary>
    public static Loaded<string> Find(string? pathOrName) => ScenarioFile.Find(pathOrName ?? Default) is { } file
        ? Loaded<string>.Good(file)
        : Loaded<string>.Bad($"There is no scenario {pathOrName ?? Default}: no such file, and not one of {string.Join(", ", Names())}.");

    /// <summary>The scenario, or all that is wrong with it.</summary>
    public static Loaded<Scenario> Load(string? pathOrName) =>
        Find(pathOrName) is { Value: { } file } ? ScenarioFile.Load(file) : Loaded<Scenario>.Bad(Find(pathOrName).Errors);

    private static IEnumerable<string?> Names() => Path.Combine(HoconFile.ProgramFolder, "scenarios") is var folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.conf").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        : [];
}
