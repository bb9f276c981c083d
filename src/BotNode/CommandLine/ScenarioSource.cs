using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>Finds and reads the scenario that a command line names.</summary>
internal static class ScenarioSource
{
    /// <summary>The scenario that is used if none is named.</summary>
    public const string Default = "default";

    /// <summary>The file of a scenario; null when there is none.</summary>
    public static Result<string> Find(string? pathOrName) => ScenarioReader.Find(pathOrName ?? Default) is { } file
        ? Result<string>.Good(file)
        : Result<string>.Bad(Directory.Exists(pathOrName)
            ? $"{Quote.Of(pathOrName)} is a folder; name a file in it."
            : $"There is no scenario {Quote.Of(pathOrName ?? Default)}: no such file, and not one of {Names}.");

    /// <summary>The scenario, or all that is wrong with it.</summary>
    public static Result<Scenario> Load(string? pathOrName) =>
        Find(pathOrName) is { Value: { } file } ? ScenarioReader.Load(file) : Result<Scenario>.Bad(Find(pathOrName).Errors);

    /// <summary>The names of the scenarios that come with the program, with commas between.</summary>
    public static string Names => Path.Combine(HoconFile.ProgramFolder, "scenarios") is var folder && Directory.Exists(folder)
        ? string.Join(", ", Directory.EnumerateFiles(folder, "*.conf").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))
        : "";
}
