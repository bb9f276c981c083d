using System.CommandLine;
using System.Globalization;
using BotNode.CommandLine;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`verify`: says whether transcripts are whole, and where they are not.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var files = Values.Files("A transcript; there may be several.");
        var command = new Command("verify", "Says whether a transcript is as it was written, from its first line to its last, and where not.") { files };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), terminal));
        return new Verb(command, "botnode verify talk.jsonl", "botnode verify talks/*.jsonl");
    }

    /// <summary>Checks every file.</summary>
    /// <returns>The gravest of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> files, Terminal terminal) => files.Select(file => Verify(file, terminal)).ToList().Max();

    private static int Verify(string file, Terminal terminal)
    {
        var intact = TranscriptReader.ReadIntact(file);
        if (TranscriptCheck.Tell(intact, terminal) is not ExitCode.AsExpected and var exitCode)
            return exitCode;
        var end = intact.End!;
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{file}: whole, {end.Events} events, {EnumWords.Of(end.Reason)}, digest {end.Digest}"));
        return ExitCode.AsExpected;
    }
}
