namespace Chatroom.Actors.Tests;

/// <summary>The scenarios in hocon/scenarios, as they lie beside the tests.</summary>
internal static class ScenarioFolder
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(HoconFile.ProgramFolder, "scenarios"), "*.conf")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string PathOf(string name) => Path.Combine(HoconFile.ProgramFolder, "scenarios", name + ".conf");

    public static Scenario Load(string name) => ScenarioReader.Load(PathOf(name)).Value ?? throw new InvalidOperationException($"{name} does not load");
}
