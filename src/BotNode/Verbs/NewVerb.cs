using System.CommandLine;
using BotNode.CommandLine;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`new`: writes a scenario to start from.</summary>
internal static class NewVerb
{
    private const string Template = "new-scenario.conf";

    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var file = Values.File("The file to write; it must not exist.");
        var command = new Command("new", "Writes a scenario to start from, with comments that say what it can hold.") { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), terminal));
        return new Verb(command, "botnode new mine.conf");
    }

    /// <summary>Writes the file and says what to do with it; an existing file stays as it is.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string file, Terminal terminal)
    {
        try
        {
            File.Copy(Path.Combine(HoconFile.ProgramFolder, Template), file, overwrite: false);
        }
        catch (IOException) when (Path.Exists(file))
        {
            return terminal.CouldNotRun(NewFile.ExistsAlready(file));
        }
        catch (DirectoryNotFoundException)
        {
            return terminal.CouldNotRun(NewFile.NoFolder(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return terminal.CouldNotRun(Unwritable.Problem(file, error));
        }

        terminal.Out.WriteLine($"{file} is a scenario to start from. Edit it, then:");
        foreach (var verb in new[] { "check", "replay", "run" })
            terminal.Out.WriteLine($"  botnode {verb} {file}");
        return ExitCode.AsExpected;
    }
}
