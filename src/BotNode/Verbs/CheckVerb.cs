using System.CommandLine;
using System.Globalization;
using BotNode.CommandLine;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`check`: says all that is wrong with scenarios, and with files of personas or suggestions, without playing them.</summary>
internal static class CheckVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var files = Values.Files("A scenario, a file of personas or suggestions, or the name of a scenario in hocon/scenarios.");
        var command = new Command("check", "Says all that is wrong with scenarios, personas and suggestions: a line a mistake, with file and line.") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), terminal));
        return new Verb(command, "botnode check mine.conf", "botnode check *.conf");
    }

    /// <summary>Prints a line for each mistake, or that a file has none.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> files, Terminal terminal)
    {
        var mistakes = 0;
        foreach (var name in files)
        {
            var file = ScenarioSource.Find(name);
            var problems = file.IsGood ? ScenarioReader.Problems(file.Value) : file.Errors;
            mistakes += problems.Count;
            foreach (var line in problems.DefaultIfEmpty($"{name}: no mistakes"))
                terminal.Out.WriteLine(Terminal.OneLine(line));
        }

        return mistakes == 0
            ? ExitCode.AsExpected
            : terminal.CouldNotRun(string.Create(CultureInfo.InvariantCulture, $"{mistakes} mistake{(mistakes == 1 ? "" : "s")} found, see above."));
    }
}
