using System.Text;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>The text of a new scenario.</summary>
/// <param name="Text">The text.</param>
/// <param name="Missing">What of a conversation is not in it, a line each.</param>
/// <param name="Asked">The names of the bots whose minds are asked in it.</param>
internal sealed record NewScenario(string Text, ValueList<string> Missing, ValueList<string> Asked)
{
    private const string Head = "# A conversation that took place. What the bots said is in the script, so it plays again without them.\n";

    /// <summary>The conversation of a transcript, as far as it goes; or why there is none.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="minds">The names of the bots whose words are left out.</param>
    /// <param name="file">The file that gets the scenario.</param>
    public static Result<NewScenario> Of(string transcript, IReadOnlyList<string> minds, string file)
    {
        var intact = TranscriptReader.ReadIntact(transcript);
        if (intact.Header is not { } header)
            return Result<NewScenario>.Bad(intact.Problem!);
        if (intact.Events.Count == 0)
            return Result<NewScenario>.Bad($"{transcript}: no room was opened in it, so there is nothing to play.");
        if (minds.FirstOrDefault(name => BotNames.Find(header.Roster, name) is null) is { } unknown)
            return Result<NewScenario>.Bad($"{transcript}: --mind names {Quote.Of(unknown)}, who is not on the roster: {string.Join(", ", header.Roster)}.");

        ValueList<string> asked = [.. minds.Select(name => BotNames.Find(header.Roster, name)!).Distinct()];
        var recording = Recording.AsFarAsItGoes(header, intact.Events, intact.Problem?[$"{transcript}: ".Length..], asked);
        var text = ScenarioWriter.Of(
            recording.Scenario, Head + Personas(asked, intact.Events), recording.Notes.ToLookup(note => note.Step, note => note.Note.Comment));
        // An older transcript may hold names that nobody may have now.
        return ScenarioReader.Load(file, Encoding.UTF8.GetBytes(text)) is { IsGood: false } read
            ? Result<NewScenario>.Bad($"{file} is not written: a scenario can't hold what is in {transcript}: {read.Errors[0]}")
            : Result<NewScenario>.Good(new NewScenario(text, [.. recording.Notes.Select(note => note.Note.Summary).Distinct()], asked));
    }

    // A bot that is asked has a persona, too, for whoever brings no mind. A transcript holds no personas.
    private static string Personas(ValueList<string> asked, ValueList<RoomEvent> events)
    {
        if (asked.Count == 0)
            return "";
        var known = Content.LoadDefault().Value;
        var text = new StringBuilder($"# What these bots said is left out: {string.Join(", ", asked)}. Their minds are asked, with --exec, or else their personas.\n");
        if (asked.Any(IsKnown))
            text.Append("\ninclude \"personas.conf\"\n");
        foreach (var name in asked.Where(name => !IsKnown(name)))
        {
            text.Append($"\n# No persona is known for {name}. This one says what {name} said.\npersonas {{ {ScriptWriter.Value(name)} {{ interest = any, stances.willing {{ at-interest = 1, otherwise = 1, replies = [")
                .AppendJoin(", ", Replies(name, events).Select(JsonText.Quote)).Append("] } } }\n");
        }

        return text.ToString();

        bool IsKnown(string name) => known?.Find(name) is not null;
    }

    // In a reply, words between braces stand for others.
    private static IEnumerable<string> Replies(string name, ValueList<RoomEvent> events) => events.OfType<Said>()
        .Where(said => said.Name == name && Placeholders.UnknownIn(said.Text, []) is null).Select(said => said.Text).Distinct().DefaultIfEmpty("Well.");
}
