using System.CommandLine;
using System.Globalization;
using BotNode.CommandLine;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`show`: prints a transcript for reading, or only its digest, or its lines as they are.</summary>
internal static class ShowVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var file = Values.File("A transcript.");
        var digest = new Option<bool>("--digest") { Description = "Print only the conversation digest." };
        var json = new Option<bool>("--json") { Description = "Print the checked lines as they are: JSON, one event a line." };
        var command = new Command("show", "Prints a transcript for reading.") { file, digest, json };
        command.Validators.Add(result =>
        {
            if (Values.Of(result, digest) && Values.Of(result, json))
                result.AddError("--digest and --json don't go together; choose one.");
        });
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(digest), parsed.GetValue(json), terminal));
        return new Verb(command, "botnode show talk.jsonl", "botnode show talk.jsonl --digest");
    }

    /// <summary>Prints the transcript in the file, as far as it is intact.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string file, bool digestOnly, bool json, Terminal terminal)
    {
        var intact = TranscriptReader.ReadIntact(file);
        if (intact.Header is not { } header)
            return TranscriptCheck.Tell(intact, terminal);
        if (digestOnly)
            terminal.Out.Write(intact.End is { } end ? $"{end.Digest}{Environment.NewLine}" : "");
        else if (json)
            terminal.Out.Write(string.Concat(intact.Lines.Select(line => line + '\n')));
        else
            WriteText(header, intact, terminal);
        return TranscriptCheck.Tell(intact, terminal);
    }

    private static void WriteText(TranscriptHeader header, IntactLines intact, Terminal terminal)
    {
        terminal.WriteFact("room", header.Room.Name);
        terminal.WriteFact("scenario", header.Scenario);
        terminal.WriteFact("seed", header.Seed.ToString(CultureInfo.InvariantCulture));
        terminal.WriteFact("roster", string.Join(", ", header.Roster));
        terminal.Out.WriteLine();

        var text = new RoomText(addresses: true);
        var painter = new Painter(terminal.IsColoured);
        var width = intact.Events.Select(happened => Seconds(happened).Length).DefaultIfEmpty().Max();
        foreach (var happened in intact.Events)
        {
            foreach (var line in painter.Paint(happened, text.Next(happened)))
                terminal.WritePainted($"{Seconds(happened).PadLeft(width)}  {line}");
        }

        WriteVerdicts(intact.Events.OfType<RoundClosed>().ToList(), terminal);
        if (intact.End is not { } end)
            return;
        terminal.Out.WriteLine();
        terminal.WriteFact("ended", EnumWords.Of(end.Reason));
        terminal.WriteFact("digest", end.Digest);
    }

    private static void WriteVerdicts(List<RoundClosed> rounds, Terminal terminal)
    {
        if (rounds.Count > 0)
            terminal.Out.WriteLine();
        foreach (var round in rounds)
        {
            var groups = round.Verdicts.GroupBy(its => its.Verdict, its => its.Name).OrderBy(group => group.Key)
                .Select(group => $"{EnumWords.Of(group.Key)}: {string.Join(", ", group)}");
            terminal.WriteFact(string.Create(CultureInfo.InvariantCulture, $"round {round.Round}"), string.Join("; ", groups));
        }
    }

    private static string Seconds(RoomEvent happened) =>
        (happened.T / 1000.0).ToString("0.000 s", CultureInfo.InvariantCulture);
}
