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
        var from = Values.FilePath("--from", "Make it of the conversation in this transcript, also if that was stopped or cut.");
        var minds = new Option<string[]?>("--mind")
        {
            Description = "With --from: leave out what this bot said, so that its mind is asked; may be given more than once.",
            HelpName = "NAME",
        };
        var command = new Command("new", "Writes a scenario to start from, with comments that say what it can hold, or of a transcript.") { file, from, minds };
        command.Validators.Add(result =>
        {
            if (Values.Of(result, minds) is { Length: > 0 } && Values.Of(result, from) is null)
                result.AddError("--mind needs --from, the transcript of a conversation with that bot.");
        });
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(from), parsed.GetValue(minds) ?? [], terminal));
        return new Verb(command, "botnode new mine.conf", "botnode new talk.conf --from talk.jsonl", "botnode new talk.conf --from talk.jsonl --mind Felix");
    }

    /// <summary>Writes the file and says what to do with it; an existing file stays as it is.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    private static int Run(string file, string? from, IReadOnlyList<string> minds, Terminal terminal)
    {
        if (Path.Exists(file))
            return terminal.CouldNotRun(NewFile.ExistsAlready(file));
        var content = from is null
            ? Result<NewScenario>.Good(new NewScenario(File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, Template)), [], []))
            : NewScenario.Of(from, minds, file);
        if (!content.IsGood)
            return terminal.CouldNotRun(content.Errors);
        if (NewFile.Write(file, content.Value.Text) is { } problem)
            return terminal.CouldNotRun(problem);

        if (content.Value.Missing is [_, ..] missing)
        {
            terminal.Out.WriteLine("Not all of it can be played. Comments say where:");
            foreach (var line in missing)
                terminal.Out.WriteLine($"  {line}");
        }

        var what = from is null ? "a scenario to start from" : $"the conversation of {from} as a scenario";
        terminal.Out.WriteLine($"{file} is {what}. Edit it, then:");
        foreach (var verb in new[] { "check", "replay", "run" })
            terminal.Out.WriteLine($"  botnode {verb} {file}{(verb == "check" ? "" : string.Concat(content.Value.Asked.Select(name => $" --exec {Quote.Word($"{name}=COMMAND")}")))}");
        return ExitCode.AsExpected;
    }
}
