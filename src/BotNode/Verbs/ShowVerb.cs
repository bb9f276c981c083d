using System.CommandLine;
using System.Globalization;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`show`: prints a transcript for reading, or only its digest, or its lines as they are.</summary>
internal static class ShowVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A transcript." };
        var digest = new Option<bool>("--digest") { Description = "Print only the conversation digest." };
        var json = new Option<bool>("--json") { Description = "Print the checked lines as they are: JSON, one event a line." };
        var command = new Command("show", "Prints a transcript for reading.") { file, digest, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(digest) && result.GetValue(json))
                result.AddError("--digest and --json don't go together; choose one.");
        });
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(digest), parsed.GetValue(json), terminal));
        return new Verb(command, "botnode show talk.jsonl", "botnode show talk.jsonl --digest");
    }

    /// <summary>Prints the transcript in the file.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string file, bool digestOnly, bool json, Terminal terminal)
    {
        var read = TranscriptReader.Read(file);
        if (!read.IsGood)
            return terminal.CouldNotRun(read.Errors[0]);
        if (digestOnly)
            terminal.Out.WriteLine(read.Value.End.Digest);
        else if (json)
            WriteJson(read.Value, terminal);
        else
            WriteText(read.Value, terminal);
        return ExitCode.AsExpected;
    }

    private static void WriteJson(Transcript transcript, Terminal terminal)
    {
        var writer = new TranscriptWriter(terminal.Out, transcript.Header);
        foreach (var happened in transcript.Events)
            writer.Write(happened);
    }

    private static void WriteText(Transcript transcript, Terminal terminal)
    {
        var header = transcript.Header;
        terminal.WriteFact("room", header.Room.Name);
        terminal.WriteFact("scenario", header.Scenario);
        terminal.WriteFact("seed", header.Seed.ToString(CultureInfo.InvariantCulture));
        terminal.WriteFact("roster", string.Join(", ", header.Roster));
        terminal.Out.WriteLine();

        var text = new RoomText(addresses: true);
        var painter = new Painter(terminal.IsColoured);
        var width = transcript.Events.Max(happened => Seconds(happened).Length);
        foreach (var happened in transcript.Events)
        {
            foreach (var line in painter.Paint(happened, text.Next(happened)))
                terminal.Out.WriteLine($"{Seconds(happened).PadLeft(width)}  {line}");
        }

        terminal.Out.WriteLine();
        terminal.WriteFact("ended", Words.Of(transcript.End.Reason));
        terminal.WriteFact("digest", transcript.End.Digest);
    }

    private static string Seconds(RoomEvent happened) =>
        (happened.T / 1000.0).ToString("0.000 s", CultureInfo.InvariantCulture);
}
