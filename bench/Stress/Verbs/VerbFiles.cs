using Chatroom.Actors;

namespace Stress.Verbs;

/// <summary>Good files to change, and files of every kind to name.</summary>
/// <param name="Scenarios">The texts of scenarios, personas and suggestions.</param>
/// <param name="Transcripts">The lines of transcripts.</param>
/// <param name="Kinds">Names of files that are no plain files.</param>
internal sealed record VerbFiles(string[] Scenarios, string[][] Transcripts, string[] Kinds)
{
    /// <summary>Reads what comes with the program, and makes the others in a folder.</summary>
    public static async Task<VerbFiles> CreateAsync(string folder)
    {
        var hocon = HoconFile.ProgramFolder;
        var transcripts = new List<string[]>();
        foreach (var name in new[] { "default", "original" })
        {
            var scenario = ScenarioReader.Load(ScenarioReader.Find(name)!).Value! with { Seed = 7 };
            transcripts.Add(await TranscriptOfAsync(scenario).ConfigureAwait(false));
        }

        File.WriteAllText(Path.Combine(folder, "empty"), "");
        File.WriteAllText(Path.Combine(folder, "locked"), "room.rounds = 1");
        Directory.CreateDirectory(Path.Combine(folder, "folder"));
        File.CreateSymbolicLink(Path.Combine(folder, "to-nothing"), "nowhere");
        File.CreateSymbolicLink(Path.Combine(folder, "to-empty"), "empty");
        File.CreateSymbolicLink(Path.Combine(folder, "to-folder"), "folder");
        File.CreateSymbolicLink(Path.Combine(folder, "circle"), "circle-2");
        File.CreateSymbolicLink(Path.Combine(folder, "circle-2"), "circle");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder, "locked"), UnixFileMode.None);
        return new VerbFiles(
            [.. Directory.EnumerateFiles(hocon, "*.conf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)],
            [.. transcripts],
            [
                "empty", "locked", "folder", "folder/", "to-nothing", "to-empty", "to-folder", "circle", "no-folder/x", "empty/x", "nowhere", ".", "..",
                "/dev/null", "/dev/full", "/dev/fd/99", "/proc/self/mem", "/", new string('n', 300), "a\nb", "\uFFFD", " ",
            ]);
    }

    private static async Task<string[]> TranscriptOfAsync(Scenario scenario)
    {
        var replayed = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader(
            scenario.Name, ScenarioDigest.Of(scenario), scenario.Seed!.Value, scenario.Names, scenario.Room, "botnode"));
        foreach (var happened in replayed.Events)
            writer.Write(happened);
        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
