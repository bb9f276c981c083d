using System.Globalization;
using System.Text;

namespace Chatroom.Actors;

/// <summary>Writes a simulated conversation as a scenario of its own, which simulates again just so.</summary>
internal static class SimulationFile
{
    /// <summary>The text of the file.</summary>
    /// <param name="included">The scenario's file, as an include names it.</param>
    /// <param name="original">That scenario.</param>
    /// <param name="simulated">What was simulated of it.</param>
    /// <param name="failure">What did not hold; null if all did.</param>
    public static string Of(string included, Scenario original, Scenario simulated, SimulationFailure? failure)
    {
        var text = new StringBuilder();
        if (failure is not null)
        {
            text.Append(Comment(failure)).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"include {JsonText.Quote(included)}\n\nseed = {simulated.Seed}\n");
        if (simulated.Room.Rounds != original.Room.Rounds)
        {
            text.Append(CultureInfo.InvariantCulture, $"room.rounds = {simulated.Room.Rounds}\n");
        }
        if (!simulated.Names.Equals(original.Names))
        {
            text.Append(original.Expect?.Verdicts is null ? "" : "expect.verdicts = []\n");
            text.Append(CultureInfo.InvariantCulture, $"roster = [{string.Join(", ", simulated.Names.Select(ScriptWriter.Value))}]\n");
        }
        text.Append(simulated.Faults is not { Count: > 0 } faults ? "faults = []\n" : $"faults = [\n{string.Concat(faults.Select(fault => $"  {FaultWriter.Of(fault)}\n"))}]\n");
        return text.ToString();
    }

    /// <summary>What did not hold, as comment lines of a file.</summary>
    public static string Comment(SimulationFailure failure) =>
        string.Concat([$"# This does not hold: {failure.Property}.\n", .. failure.Problems.Select(problem => $"#   {problem.ReplaceLineEndings(" ")}\n")]);
}
