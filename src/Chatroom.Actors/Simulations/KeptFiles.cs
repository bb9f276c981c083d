using System.Globalization;
using System.Text.Json.Nodes;

namespace Chatroom.Actors;

/// <summary>Keeps a run that failed as files in a folder of its own.</summary>
internal static class KeptFiles
{
    /// <summary>The file that simulates it again, as small as it was made.</summary>
    private const string Shrunk = "shrunk.conf";

    /// <summary>The file that plays it again in one process, if it can fail there.</summary>
    private const string Script = "script.conf";

    /// <summary>Makes the folder, and writes the run as it was.</summary>
    /// <param name="folder">The folder for all runs.</param>
    /// <param name="file">The scenario's file.</param>
    /// <param name="setup">What was simulated.</param>
    /// <param name="outcome">The run.</param>
    /// <param name="failure">What did not hold in it.</param>
    /// <returns>The folder of the run, which is new.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static string Write(string folder, string file, SimulationSetup setup, SimulationOutcome outcome, SimulationFailure failure)
    {
        var own = NewFolder(folder, outcome.Seed);
        var whole = setup.Scenario with { Seed = outcome.Seed, Faults = outcome.Faults };
        File.WriteAllText(Path.Combine(own, "scenario.conf"), SimulationFile.Of(Included(own, file), setup.Scenario, whole, failure));
        File.WriteAllText(Path.Combine(own, "transcript.jsonl"), outcome.Transcript);
        File.WriteAllText(Path.Combine(own, "verdict.json"), Verdict(outcome, failure).ToJsonString() + "\n");
        using (var trace = new StreamWriter(Path.Combine(own, "trace.txt")))
        {
            SimulationRun.Play(setup, outcome.Seed, outcome.Faults, trace);
        }
        return own;
    }

    /// <summary>Writes the smallest scenario that fails just so.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static string WriteShrunk(string own, string file, Scenario original, Scenario shrunk, SimulationFailure failure)
    {
        var path = Path.Combine(own, Shrunk);
        File.WriteAllText(path, SimulationFile.Of(Included(own, file), original, shrunk, failure));
        return path;
    }

    /// <summary>Writes the script that fails in a replay.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static string WriteScript(string own, string file, Scenario script, SimulationFailure failure)
    {
        var path = Path.Combine(own, Script);
        // A bot that is asked must have a persona, too, for whoever brings no mind.
        var personas = script.Script.Any(step => step is ScriptStep.Answer { Text: null }) ? $"\ninclude {JsonText.Quote(Included(own, file))}\n\nexpect = null\n" : "";
        File.WriteAllText(path, ScenarioWriter.Of(script, SimulationFile.Comment(failure) + personas));
        return path;
    }

    // As a file that others have, too: one that came with the program, or one beside it in the same project.
    private static string Included(string own, string file)
    {
        var ofProgram = Path.GetRelativePath(HoconFile.ProgramFolder, file);
        var relative = ofProgram.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(ofProgram) ? Path.GetRelativePath(own, file) : ofProgram;
        return relative.Replace('\\', '/');
    }

    // What was kept before may be of another scenario.
    private static string NewFolder(string folder, long seed)
    {
        var own = Path.Combine(folder, seed.ToString(CultureInfo.InvariantCulture));
        for (var number = 2; Directory.Exists(own); number++)
        {
            own = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}"));
        }
        Directory.CreateDirectory(own);
        return own;
    }

    private static JsonObject Verdict(SimulationOutcome outcome, SimulationFailure failure) => new()
    {
        ["seed"] = outcome.Seed,
        ["property"] = failure.Property,
        ["problems"] = new JsonArray([.. failure.Problems.Select(problem => JsonValue.Create(problem))]),
        ["virtual-ms"] = (long)outcome.Time.TotalMilliseconds,
        ["trace"] = outcome.TraceHash,
        ["wire"] = outcome.WireHash,
    };
}
